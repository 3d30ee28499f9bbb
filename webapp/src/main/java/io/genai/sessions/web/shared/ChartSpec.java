package io.genai.sessions.web.shared;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.genai.sessions.warehouse.semantic.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a chart shows, as plain data: the browser's chart element turns it into a picture, {@link
 * ChartTable} into a table and a CSV file.
 *
 * @param time whether the categories are ISO instants
 * @param categories positions along the category axis; every series has one value for each
 * @param clickable whether a click on a mark leads somewhere
 */
public record ChartSpec(
    Kind kind,
    String title,
    String note,
    @JsonIgnore Format format,
    boolean time,
    boolean horizontal,
    List<String> categories,
    String categoryTitle,
    String valueTitle,
    List<Series> series,
    boolean clickable) {

  /** The shapes that the element knows. */
  public enum Kind {
    @JsonProperty("bar")
    BAR,
    @JsonProperty("stacked-bar")
    STACKED_BAR,
    @JsonProperty("line")
    LINE,
    @JsonProperty("area")
    AREA,
    @JsonProperty("heatmap")
    HEAT_MAP
  }

  /**
   * One line, or one colour of bars.
   *
   * @param color name of one of the theme's chart colours, without its prefix
   * @param values one for each category; empty where nothing is known
   */
  public record Series(String name, String color, List<Optional<Double>> values) {
    public Series {
      values = List.copyOf(values);
    }
  }

  public ChartSpec {
    categories = List.copyOf(categories);
    series = List.copyOf(series);
    for (Series one : series) {
      if (one.values().size() != categories.size()) {
        throw new IllegalArgumentException(
            "series '%s' must have %d values, one for each category, but has: %d"
                .formatted(one.name(), categories.size(), one.values().size()));
      }
    }
  }

  /** Starts a chart of that kind; its numbers have that format. */
  public static Builder of(Kind kind, String title, Format format) {
    return new Builder(kind, title, format);
  }

  /** The format's name, as the chart element knows it. */
  @JsonProperty
  public String numberFormat() {
    return format.id();
  }

  /** Whether there is not a single value to draw. */
  @JsonIgnore
  public boolean isEmpty() {
    return series.stream().flatMap(one -> one.values().stream()).noneMatch(Optional::isPresent);
  }

  /** The same chart with the line that says which filters hold. */
  public ChartSpec withNote(String newNote) {
    return new ChartSpec(
        kind,
        title,
        newNote,
        format,
        time,
        horizontal,
        categories,
        categoryTitle,
        valueTitle,
        series,
        clickable);
  }

  /** Collects the parts of a chart. */
  public static final class Builder {
    private final Kind kind;
    private final String title;
    private final Format format;
    private final List<Series> series = new ArrayList<>();
    private boolean time;
    private boolean horizontal;
    private boolean clickable;
    private List<String> categories = List.of();
    private String categoryTitle = "";
    private String valueTitle = "";

    private Builder(Kind kind, String title, Format format) {
      this.kind = kind;
      this.title = title;
      this.format = format;
    }

    public Builder categories(String axisTitle, List<String> names) {
      categoryTitle = axisTitle;
      categories = names;
      return this;
    }

    /** Categories that are ISO instants. */
    public Builder times(List<String> instants) {
      time = true;
      categories = instants;
      return this;
    }

    public Builder valueTitle(String axisTitle) {
      valueTitle = axisTitle;
      return this;
    }

    public Builder horizontal() {
      horizontal = true;
      return this;
    }

    public Builder clickable() {
      clickable = true;
      return this;
    }

    public Builder series(String name, String color, List<Optional<Double>> values) {
      series.add(new Series(name, color, values));
      return this;
    }

    public ChartSpec build() {
      return new ChartSpec(
          kind,
          title,
          "",
          format,
          time,
          horizontal,
          categories,
          categoryTitle,
          valueTitle,
          series,
          clickable);
    }
  }
}
