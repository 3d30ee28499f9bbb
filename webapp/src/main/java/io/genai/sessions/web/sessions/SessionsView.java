package io.genai.sessions.web.sessions;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.genai.sessions.warehouse.semantic.Format;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.data.DataMonitor;
import io.genai.sessions.web.data.DataVersion;
import io.genai.sessions.web.data.FilterParameters;
import io.genai.sessions.web.data.Filters;
import io.genai.sessions.web.data.Vocabulary;
import io.genai.sessions.web.shared.AnalyzerView;
import io.genai.sessions.web.shared.FilterBar;
import io.genai.sessions.web.shared.FilterChips;
import io.genai.sessions.web.shared.Formats;
import io.genai.sessions.web.shared.MainLayout;
import io.genai.sessions.web.shared.Notes;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** All sessions, sorted and filtered; each leads to its timeline. */
@Route(value = "sessions", layout = MainLayout.class)
public final class SessionsView extends Div implements AnalyzerView, BeforeEnterObserver {
  private static final List<String> FIELDS =
      List.of("user_tier", "region", "device_type", "model_version", "status", "churned_after");

  private final transient DataMonitor monitor;
  private final transient FilterParameters parameters;
  private final transient SessionsService service;
  private final Notes notes = new Notes();
  private final FilterBar filterBar;
  private final FilterChips chips;
  private final Paragraph summary = new Paragraph();
  private final Grid<SessionRow> grid = new Grid<>();
  private final Map<SessionSort, Grid.Column<SessionRow>> columns =
      new EnumMap<>(SessionSort.class);
  private transient Filters filters = Filters.NONE;
  private transient SessionOrder order = SessionOrder.NEWEST;

  SessionsView(
      DataMonitor monitor,
      FilterParameters parameters,
      SessionsService service,
      SemanticModel model,
      Vocabulary vocabulary) {
    this.monitor = monitor;
    this.parameters = parameters;
    this.service = service;
    filterBar = new FilterBar(model, vocabulary, FIELDS, changed -> open(changed, order));
    chips = new FilterChips(model, changed -> open(changed, order));
    summary.addClassName("summary");
    summary.getElement().setAttribute("role", "status");
    addColumns();
    grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
    grid.addClassName("sessions-grid");
    grid.getElement().setAttribute("aria-label", "Sessions");
    grid.setMultiSort(false);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.addSortListener(
        event -> {
          if (event.isFromClient()) {
            sorted(event.getSortOrder());
          }
        });
    grid.addItemClickListener(
        click ->
            UI.getCurrent()
                .navigate(
                    SessionView.class, new RouteParameters(SessionView.ID, click.getItem().id())));
    Div card = new Div(grid);
    card.addClassNames("card", "grid-card");
    addClassNames("page", "sessions-page");
    add(notes, filterBar, chips, summary, card);
  }

  private void addColumns() {
    Grid.Column<SessionRow> start =
        grid.addComponentColumn(
                session -> {
                  RouterLink link =
                      new RouterLink(
                          Formats.minute(session.start()),
                          SessionView.class,
                          new RouteParameters(SessionView.ID, session.id()));
                  link.addClassName("quiet-link");
                  return link;
                })
            .setHeader("Start (UTC)");
    columns.put(SessionSort.START, start.setWidth("9.5rem").setFlexGrow(0).setSortable(true));
    // Second, so that it is in sight on a narrow screen.
    number(SessionSort.FRICTION, "Friction", one -> Formats.decimal(one.friction(), 2));
    text("User", SessionRow::userId).setWidth("6.5rem").setFlexGrow(0);
    columns.put(SessionSort.TIER, text("Tier", SessionRow::tier).setSortable(true));
    text("Region", SessionRow::region).setWidth("9rem");
    text("Device", SessionRow::device);
    number(SessionSort.SIZE, "Generations", one -> Formats.count(one.generations()));
    columns.get(SessionSort.SIZE).setWidth("7.5rem");
    number(SessionSort.SUCCESS, "Success", one -> Formats.value(Format.PERCENT, one.successRate()));
    number(
        SessionSort.LATENCY,
        "Latency",
        one -> Formats.value(Format.MILLISECONDS, one.latencyMilliseconds()));
    number(SessionSort.COST, "Credits", one -> Formats.value(Format.CREDITS, one.cost()));
    columns.put(
        SessionSort.CHURN,
        text("Churned", one -> one.churned().map(left -> left ? "yes" : "no").orElse("open"))
            .setWidth("6.5rem")
            .setSortable(true));
  }

  private Grid.Column<SessionRow> text(String header, ValueProvider<SessionRow, ?> value) {
    return grid.addColumn(value).setHeader(header).setWidth("5.25rem").setFlexGrow(1);
  }

  private void number(SessionSort by, String header, ValueProvider<SessionRow, ?> value) {
    columns.put(
        by,
        grid.addColumn(value)
            .setHeader(header)
            .setTextAlign(ColumnTextAlign.END)
            .setWidth("6.25rem")
            .setFlexGrow(1)
            .setSortable(true));
  }

  private void sorted(List<GridSortOrder<SessionRow>> orders) {
    if (orders.isEmpty()) {
      open(filters, SessionOrder.NEWEST);
      return;
    }
    GridSortOrder<SessionRow> chosen = orders.get(0);
    columns.forEach(
        (by, column) -> {
          if (column.equals(chosen.getSorted())) {
            open(filters, new SessionOrder(by, chosen.getDirection() == SortDirection.DESCENDING));
          }
        });
  }

  private static void open(Filters filters, SessionOrder order) {
    Map<String, List<String>> parameters = new LinkedHashMap<>(FilterParameters.print(filters));
    parameters.putAll(order.print());
    UI.getCurrent().navigate(SessionsView.class, new QueryParameters(parameters));
  }

  @Override
  public String heading() {
    return "Sessions";
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Map<String, List<String>> given = event.getLocation().getQueryParameters().getParameters();
    FilterParameters.Parsed parsed = parameters.parse(given, Set.copyOf(SessionOrder.PARAMETERS));
    filters = parsed.filters();
    SessionOrder.Parsed sorting = SessionOrder.parse(given);
    order = sorting.order();
    notes.show(Stream.concat(parsed.notes().stream(), sorting.notes().stream()).toList());
  }

  @Override
  public void show() {
    DataVersion version = monitor.version().orElseThrow();
    filterBar.show(filters, version.firstDay(), version.lastDay());
    chips.show(filters);
    long count = service.count(filters);
    summary.setText(Formats.count(count, "session", "sessions"));
    grid.sort(
        List.of(
            new GridSortOrder<>(
                columns.get(order.sort()),
                order.descending() ? SortDirection.DESCENDING : SortDirection.ASCENDING)));
    Filters shown = filters;
    grid.setItems(query -> page(query, shown), query -> (int) count);
    grid.setEmptyStateText("No session passes these filters.");
  }

  private Stream<SessionRow> page(Query<SessionRow, Void> query, Filters shown) {
    return service
        .page(shown, order.sort(), order.descending(), query.getOffset(), query.getLimit())
        .stream();
  }
}
