package io.genai.sessions.web.dashboard;

import io.genai.sessions.web.data.Filters;
import io.genai.sessions.web.shared.ChartSpec;
import java.util.List;

/**
 * A chart with what it means and where its marks lead.
 *
 * @param id stable name, also of exported files
 * @param definition how its figures are worked out
 * @param emptyReason what to say where there is nothing to draw
 * @param byCategory what a click does for each category; none: nothing
 * @param bySeries what a click does for each series; none: nothing
 */
record ChartFigure(
    String id,
    ChartSpec spec,
    String definition,
    String emptyReason,
    List<Narrowing> byCategory,
    List<Narrowing> bySeries) {
  ChartFigure {
    byCategory = List.copyOf(byCategory);
    bySeries = List.copyOf(bySeries);
  }

  /**
   * The filters after a click.
   *
   * @param series index of the series, or less than 0 where the click fell between them
   */
  Filters narrowed(Filters filters, int series, int category) {
    Filters narrowed = filters;
    if (category >= 0 && category < byCategory.size()) {
      narrowed = byCategory.get(category).apply(narrowed);
    }
    if (series >= 0 && series < bySeries.size()) {
      narrowed = bySeries.get(series).apply(narrowed);
    }
    return narrowed;
  }
}
