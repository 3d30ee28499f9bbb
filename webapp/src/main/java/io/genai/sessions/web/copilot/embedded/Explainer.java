package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.LayeredQuery;
import io.genai.sessions.warehouse.semantic.Measure;
import java.util.ArrayList;
import java.util.List;

/** Says in words what a query does; built from the query, not from the question. */
final class Explainer {
  List<String> explain(Draft draft, LayeredQuery query) {
    List<String> lines = new ArrayList<>();
    for (Measure measure : draft.measures) {
      lines.add(
          "Shows "
              + measure.label()
              + (measure.definition().equals(measure.label()) ? "" : ": " + measure.definition()));
    }
    if (!draft.groups.isEmpty()) {
      lines.add(
          "For each " + String.join(" and ", draft.groups.stream().map(Dimension::label).toList()));
    }
    draft.filters.forEach(filter -> lines.add("Only where " + filter.words()));
    query.having().forEach(condition -> lines.add("Keeps groups with " + condition.words()));
    draft.order.ifPresent(
        order ->
            lines.add(
                "Sorted by "
                    + order.measure().label()
                    + (order.descending() ? ", highest first" : ", lowest first")));
    draft.limit.ifPresent(
        rows ->
            lines.add(
                draft.within.isEmpty() ? "First " + rows + " only" : "First " + rows + " of each"));
    lines.addAll(draft.notes);
    return lines;
  }
}
