package io.genai.sessions.web.explorer;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.web.shared.Formats;
import io.genai.sessions.web.shared.InfoIcon;

/** Figures over the whole result set, each beside the overall value. */
final class InsightStrip extends Div {

  InsightStrip() {
    addClassName("insights");
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", "Figures over all prompts found");
  }

  void show(SearchResult result) {
    removeAll();
    if (result.total() == 0) {
      return;
    }
    for (SearchResult.Insight insight : result.insights()) {
      Measure measure = insight.measure();
      add(
          tile(
              measure.label(),
              measure.definition(),
              Formats.value(measure.format(), insight.found()),
              "overall " + Formats.value(measure.format(), insight.overall())));
    }
    result
        .style()
        .ifPresent(
            style ->
                add(
                    tile(
                        "Top style",
                        "The most common art style, with its share of the prompts found and of all.",
                        style.name(),
                        "%s%% here, overall %s%%"
                            .formatted(
                                Formats.decimal(100 * style.found(), 0),
                                Formats.decimal(100 * style.overall(), 0)))));
  }

  private static Div tile(String label, String definition, String value, String below) {
    Div head = new Div(new Span(label), new InfoIcon(label, definition));
    head.addClassName("insight-head");
    Span figure = new Span(value);
    figure.addClassName("insight-value");
    Span foot = new Span(below);
    foot.addClassName("secondary");
    Div tile = new Div(head, figure, foot);
    tile.addClassNames("card", "insight");
    return tile;
  }
}
