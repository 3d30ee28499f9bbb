package io.genai.sessions.web.explorer;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws what {@link SearchCurvesBenchmark} measured: time on the left, recall on the right. */
final class SearchCurvesPicture {
  private static final BasicStroke SOLID = new BasicStroke(3);
  private static final BasicStroke DASHED =
      new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 5}, 0);
  private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 16);

  /** By share of the prompts that pass. */
  private static final Map<Double, Color> COLOURS = new LinkedHashMap<>();

  static {
    COLOURS.put(1.0, new Color(0x1f4e8c));
    COLOURS.put(0.1, new Color(0x2a9d8f));
    COLOURS.put(0.01, new Color(0xe09f3e));
    COLOURS.put(0.001, new Color(0xc1443c));
  }

  private SearchCurvesPicture() {}

  static void write(List<SearchCurvesBenchmark.Point> points, Path file) {
    XYChart time = chart("Text to rows and figures: p95, dashed p50", "milliseconds");
    XYChart recall = chart("Recall of the 12 nearest", "recall@12");
    COLOURS.forEach(
        (share, colour) -> {
          String name = "%s %% pass".formatted(share >= 0.01 ? "%.0f".formatted(100 * share) : 0.1);
          List<SearchCurvesBenchmark.Point> curve =
              points.stream().filter(point -> point.asked() == share).toList();
          add(time, name, curve, colour, SOLID, point -> point.times().p95());
          add(time, name + ", p50", curve, colour, DASHED, point -> point.times().p50())
              .setShowInLegend(false);
          add(recall, name, curve, colour, SOLID, SearchCurvesBenchmark.Point::recall);
        });
    time.getStyler().setYAxisMin(0.0);
    recall.getStyler().setYAxisMin(0.95).setYAxisMax(1.0).setYAxisDecimalPattern("0.00");
    try {
      BitmapEncoder.saveBitmap(
          List.of(time, recall), 1, 2, file.toString(), BitmapEncoder.BitmapFormat.PNG);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static XYChart chart(String title, String unit) {
    XYChart chart =
        new XYChartBuilder()
            .width(680)
            .height(480)
            .title(title)
            .xAxisTitle("prompts")
            .yAxisTitle(unit)
            .build();
    XYStyler styler = chart.getStyler();
    styler.setXAxisLogarithmic(true).setXAxisDecimalPattern("#,###");
    styler.setXAxisMin(1e4).setXAxisMax(2.5e6);
    styler.setChartBackgroundColor(Color.WHITE).setPlotBorderVisible(false);
    styler.setPlotGridLinesColor(new Color(0xdddddd)).setPlotGridLinesStroke(new BasicStroke(1));
    styler.setChartTitleFont(TEXT.deriveFont(Font.BOLD, 18));
    styler.setAxisTitleFont(TEXT).setAxisTickLabelsFont(TEXT);
    styler.setLegendPosition(Styler.LegendPosition.OutsideS).setLegendFont(TEXT);
    styler.setLegendLayout(Styler.LegendLayout.Horizontal).setLegendBorderColor(Color.WHITE);
    styler.setMarkerSize(8);
    return chart;
  }

  private static XYSeries add(
      XYChart chart,
      String name,
      List<SearchCurvesBenchmark.Point> curve,
      Color colour,
      BasicStroke stroke,
      ToDoubleFunction<SearchCurvesBenchmark.Point> value) {
    XYSeries series =
        chart.addSeries(
            name,
            curve.stream().mapToDouble(SearchCurvesBenchmark.Point::prompts).toArray(),
            curve.stream().mapToDouble(value).toArray());
    series.setLineColor(colour).setLineStyle(stroke);
    series.setMarkerColor(colour);
    series.setMarker(stroke.equals(SOLID) ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
    return series;
  }
}
