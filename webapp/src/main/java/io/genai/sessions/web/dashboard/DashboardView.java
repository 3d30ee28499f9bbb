package io.genai.sessions.web.dashboard;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.data.DataMonitor;
import io.genai.sessions.web.data.DataVersion;
import io.genai.sessions.web.data.FilterParameters;
import io.genai.sessions.web.data.Filters;
import io.genai.sessions.web.data.Vocabulary;
import io.genai.sessions.web.shared.AnalyzerView;
import io.genai.sessions.web.shared.ChartCard;
import io.genai.sessions.web.shared.FilterBar;
import io.genai.sessions.web.shared.FilterChips;
import io.genai.sessions.web.shared.MainLayout;
import io.genai.sessions.web.shared.Notes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Friction, cost and churn at a glance, and a way from each figure to what is behind it. */
@Route(value = "", layout = MainLayout.class)
public final class DashboardView extends Div implements AnalyzerView, BeforeEnterObserver {
  private static final List<String> FIELDS =
      List.of("user_tier", "region", "device_type", "model_version", "status");

  private final transient DataMonitor monitor;
  private final transient FilterParameters parameters;
  private final transient DashboardService service;
  private final transient SemanticModel model;
  private final FilterBar filterBar;
  private final FilterChips chips;
  private final Notes notes = new Notes();
  private final KeyFigureRow keyFigures = new KeyFigureRow();
  private final DriversPanel drivers;
  private final transient DecompositionPanel decomposition;
  private final Div charts = new Div();
  private final Map<String, ChartCard> cards = new HashMap<>();
  private transient Filters filters = Filters.NONE;

  DashboardView(
      DataMonitor monitor,
      FilterParameters parameters,
      DashboardService service,
      SemanticModel model,
      Vocabulary vocabulary) {
    this.monitor = monitor;
    this.parameters = parameters;
    this.service = service;
    this.model = model;
    filterBar = new FilterBar(model, vocabulary, FIELDS, DashboardView::open);
    chips = new FilterChips(model, DashboardView::open);
    drivers = new DriversPanel(service, model, DashboardView::open);
    decomposition = new DecompositionPanel(service, DashboardView::open);
    charts.addClassName("chart-grid");
    Section figures = new Section(keyFigures);
    figures.getElement().setAttribute("aria-label", "Key figures");
    addClassName("page");
    add(notes, filterBar, chips, figures, drivers, charts);
  }

  /** Filters live in the URL: a change is a navigation, so that "back" undoes it. */
  private static void open(Filters filters) {
    UI.getCurrent()
        .navigate(DashboardView.class, new QueryParameters(FilterParameters.print(filters)));
  }

  @Override
  public String heading() {
    return "Dashboard";
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    FilterParameters.Parsed parsed =
        parameters.parse(event.getLocation().getQueryParameters().getParameters(), Set.of());
    filters = parsed.filters();
    notes.show(parsed.notes());
  }

  @Override
  public void show() {
    DataVersion version = monitor.version().orElseThrow();
    service.prepare(filters, decomposition.factors(), drivers.measure());
    filterBar.show(filters, version.firstDay(), version.lastDay());
    chips.show(filters);
    keyFigures.show(service.keyFigures(filters), filters);
    String words = FilterChips.words(model, filters);
    for (ChartFigure figure : service.charts(filters)) {
      ChartCard card = cards.computeIfAbsent(figure.id(), this::card);
      card.show(figure.spec().withNote(words), figure.definition(), figure.emptyReason());
      if (figure.id().equals(SessionCharts.CLUSTERS)) {
        card.showBelow(
            new ClusterStrip(figure.spec().categories(), service.clusterImages(), filters));
      }
      card.onMark(
          (series, category) -> {
            Filters narrowed = figure.narrowed(filters, series, category);
            if (!narrowed.equals(filters)) {
              open(narrowed);
            }
          });
    }
    charts.add(decomposition.card());
    decomposition.show(filters, words);
    drivers.show(filters);
  }

  private ChartCard card(String id) {
    ChartCard card = new ChartCard(id);
    charts.add(card);
    return card;
  }
}
