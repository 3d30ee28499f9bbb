package io.genai.sessions.web.data;

import io.genai.sessions.warehouse.RowMapper;
import io.genai.sessions.warehouse.Warehouse;
import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.MetricQuery;
import io.genai.sessions.warehouse.semantic.QueryRenderer;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Asks for figures of the semantic model under a view's filters. */
@Component
public final class Figures {
  private static final Set<String> OF_ONE_GENERATION = Set.of("generation", "prompt");
  private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(9998, 12, 31);

  private final SemanticModel model;
  private final QueryRenderer renderer;
  private final Warehouse warehouse;

  public Figures(SemanticModel model, Warehouse warehouse) {
    this.model = model;
    this.renderer = QueryRenderer.overWideTables(model);
    this.warehouse = warehouse;
  }

  public SemanticModel model() {
    return model;
  }

  /** A query for these measures under the filters. */
  public MetricQuery query(Filters filters, String... measures) {
    Measure[] named = Stream.of(measures).map(model::measure).toArray(Measure[]::new);
    return MetricQuery.of(named).where(conditions(filters).toArray(Filter[]::new));
  }

  /** The dimension or time grain of that name. */
  public Dimension by(String dimension) {
    return model.dimension(dimension);
  }

  /** Runs the query; columns have the names of its measures and dimensions. */
  public <T> List<T> list(MetricQuery query, RowMapper<T> each) {
    return warehouse.query(sql(query), List.of(), each);
  }

  /** The query's SQL, as it runs. */
  public String sql(MetricQuery query) {
    return renderer.render(query).sql();
  }

  /**
   * The filters as conditions. Those on generations and prompts are one condition: a session passes
   * if a single generation of its passes them all.
   */
  public List<Filter> conditions(Filters filters) {
    List<Filter> conditions = new ArrayList<>();
    List<Filter> ofOneGeneration = new ArrayList<>();
    filters
        .values()
        .forEach(
            (name, kept) -> {
              Dimension dimension = model.dimension(name);
              (OF_ONE_GENERATION.contains(dimension.entity()) ? ofOneGeneration : conditions)
                  .add(Filter.in(dimension, kept));
            });
    if (!ofOneGeneration.isEmpty()) {
      conditions.add(all(ofOneGeneration));
    }
    if (filters.from().isPresent() || filters.to().isPresent()) {
      conditions.add(
          Filter.during(
              filters.from().orElse(FIRST_DAY).atStartOfDay(),
              filters.to().orElse(LAST_DAY).plusDays(1).atStartOfDay()));
    }
    return conditions;
  }

  /**
   * The filters that a single generation has to pass, without days: a session may have some that do
   * and others that don't.
   */
  public Filters ofSingleGenerations(Filters filters) {
    return part(filters, true).between(Optional.empty(), Optional.empty());
  }

  /** The other filters, days among them: all of a session's generations pass, or none. */
  public Filters ofWholeSessions(Filters filters) {
    return part(filters, false);
  }

  private Filters part(Filters filters, boolean ofOneGeneration) {
    Filters part = filters;
    for (String name : filters.values().keySet()) {
      if (OF_ONE_GENERATION.contains(model.dimension(name).entity()) != ofOneGeneration) {
        part = part.with(name, Set.of());
      }
    }
    return part;
  }

  private static Filter all(List<Filter> filters) {
    return new Filter(
        filters.stream().map(Filter::condition).collect(Collectors.joining(" AND ")),
        filters.stream().map(Filter::words).collect(Collectors.joining(" and ")));
  }
}
