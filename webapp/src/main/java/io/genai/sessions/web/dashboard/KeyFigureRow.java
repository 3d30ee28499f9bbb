package io.genai.sessions.web.dashboard;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.Tooltip;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.Unit;
import io.genai.sessions.web.data.FilterParameters;
import io.genai.sessions.web.data.Filters;
import io.genai.sessions.web.sessions.SessionsView;
import io.genai.sessions.web.shared.Formats;
import io.genai.sessions.web.shared.InfoIcon;
import io.genai.sessions.web.shared.SparkLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The key figures, each a way to the sessions behind it. */
final class KeyFigureRow extends Div {
  private static final Map<String, String> SORTED_BY =
      Map.of(
          "average_friction", "friction",
          "error_rate", "success",
          "p95_latency", "latency",
          "cost_per_session", "cost");

  KeyFigureRow() {
    addClassName("key-figures");
  }

  void show(List<KeyFigure> figures, Filters filters) {
    removeAll();
    figures.forEach(figure -> add(card(figure, filters)));
  }

  private static Div card(KeyFigure figure, Filters filters) {
    Measure measure = figure.measure();
    Div head =
        new Div(new H2(measure.label()), new InfoIcon(measure.label(), explanation(measure)));
    head.addClassName("card-head");
    Span value = new Span(Formats.value(measure.format(), figure.value()));
    value.addClassName("figure-value");
    RouterLink link = new RouterLink();
    link.add(value);
    if (measure.unit() == Unit.CREDITS) {
      Span unit = new Span("credits");
      unit.addClassName("figure-unit");
      link.add(unit);
    }
    link.setRoute(SessionsView.class);
    link.setQueryParameters(new QueryParameters(behind(measure, filters)));
    link.getElement().setAttribute("aria-label", measure.label() + ": the sessions behind it");
    Div line = new Div(new SparkLine(figure.line()));
    line.addClassName("figure-line");
    Div foot = new Div(change(figure));
    foot.addClassName("figure-foot");
    Div card = new Div(head, link, foot, line);
    card.addClassNames("card", "figure-card");
    card.setId("figure-" + measure.name());
    return card;
  }

  private static String explanation(Measure measure) {
    return measure.definition()
        + (measure.simulated()
            ? " Rests on simulated telemetry unless the input has its own."
            : "");
  }

  private static Span change(KeyFigure figure) {
    Span change = new Span();
    change.addClassName("figure-change");
    change.getElement().setAttribute("tabindex", "0");
    Tooltip tooltip = Tooltip.forComponent(change);
    figure
        .change()
        .ifPresentOrElse(
            moved -> {
              change.setText(moved.amount());
              change.addClassName(moved.verdict().name().toLowerCase(java.util.Locale.ROOT));
              tooltip.setText("Change: " + moved.periods());
            },
            () -> {
              change.setText("n/a");
              tooltip.setText("No change known: one of the two periods has no value.");
            });
    return change;
  }

  private static Map<String, List<String>> behind(Measure measure, Filters filters) {
    Filters narrowed =
        measure.name().equals("churn_rate") ? filters.with("churned_after", "true") : filters;
    Map<String, List<String>> parameters = new LinkedHashMap<>(FilterParameters.print(narrowed));
    String column = SORTED_BY.get(measure.name());
    if (column != null) {
      parameters.put("sort", List.of(column));
      parameters.put("order", List.of(column.equals("success") ? "ascending" : "descending"));
    }
    return parameters;
  }
}
