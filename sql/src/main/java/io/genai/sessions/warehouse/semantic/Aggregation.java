package io.genai.sessions.warehouse.semantic;

import io.genai.sessions.warehouse.WarehouseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Aggregates the rows of one entity, each once. Where a dimension belongs to finer rows (a
 * session's art styles), the distinct pairs of key and dimension are worked out first; where only a
 * filter does, the key must be among the rows that match.
 */
final class Aggregation {
  private final SemanticModel model;
  private final Relations relations;
  private final Entity grain;
  private final Select select = new Select();
  private final Set<String> joined = new LinkedHashSet<>();

  Aggregation(Relations relations, String grain) {
    this.relations = relations;
    this.model = relations.model();
    this.grain = model.entity(grain);
  }

  Select select(List<Dimension> dimensions, List<Filter> filters, List<Measure> measures) {
    List<Dimension> direct = new ArrayList<>();
    List<Dimension> bridged = new ArrayList<>();
    for (Dimension dimension : dimensions) {
      (reaches(dimension.expression()) ? direct : bridged).add(dimension);
    }
    List<Filter> conditions = new ArrayList<>(filters);
    dimensions.stream().filter(Dimension::knownOnly).map(Filter::known).forEach(conditions::add);
    List<Filter> own = conditions.stream().filter(f -> reaches(f.condition())).toList();
    List<Filter> foreign = conditions.stream().filter(f -> !reaches(f.condition())).toList();

    if (bridged.isEmpty()) {
      select.from.add(relation(grain) + " AS " + grain.alias());
      joined.add(grain.name());
    } else {
      bridge(bridged, foreign);
    }
    for (Dimension dimension : dimensions) {
      select.columns.add(
          bridged.contains(dimension)
              ? "touched." + dimension.name()
              : column(resolve(dimension.expression()), dimension.name()));
    }
    for (Measure measure : measures) {
      select.columns.add(column(resolve(measure.expression()), measure.name()));
    }
    own.forEach(filter -> select.where.add(resolve(filter.condition())));
    if (bridged.isEmpty() && !foreign.isEmpty()) {
      select.where.add(among(foreign));
    }
    select.grouped = !dimensions.isEmpty() && !measures.isEmpty();
    return select;
  }

  /** FROM the distinct pairs of key and dimensions, joined to the entity itself. */
  private void bridge(List<Dimension> bridged, List<Filter> foreign) {
    List<String> expressions = new ArrayList<>();
    bridged.forEach(dimension -> expressions.add(dimension.expression()));
    foreign.forEach(filter -> expressions.add(filter.condition()));
    Aggregation pairs = new Aggregation(relations, bridgeFor(expressions));
    Select inner = pairs.select(bridged, foreign, List.of());
    String key = relations.number(grain, pairs.grain).orElse(grain.key());
    inner.columns.add(0, pairs.grain.alias() + "." + key);
    if (!pairs.joined.contains(grain.name()) && !hasKey(pairs.grain, grain)) {
      throw new WarehouseException(
          WarehouseException.Code.INTERNAL,
          "no key leads from " + pairs.grain.name() + " to " + grain.name());
    }
    inner.distinct = true;
    select.from.add("(\n" + Select.indent(inner.sql()) + "\n) AS touched");
    select.from.add(
        "JOIN %s AS %s ON %s.%s = touched.%s"
            .formatted(relation(grain), grain.alias(), grain.alias(), key, key));
    joined.add(grain.name());
  }

  /** The condition that the key is among finer rows, one of which matches all that is asked. */
  private String among(List<Filter> foreign) {
    Aggregation rows =
        new Aggregation(relations, bridgeFor(foreign.stream().map(Filter::condition).toList()));
    Select inner = rows.select(List.of(), foreign, List.of());
    Optional<String> number = relations.number(grain, rows.grain);
    String key = rows.grain.alias() + "." + number.orElse(grain.key());
    // One bit for each number: half the time of a hash table of them, or less.
    inner.columns.add(number.isPresent() ? "bitstring_agg(" + key + ")" : key);
    String found = "(\n" + Select.indent(Select.indent(inner.sql())) + "\n  )";
    return number.isPresent()
        ? "get_bit(%s, %s.%s) = 1".formatted(found, grain.alias(), number.get())
        : "%s.%s IN %s".formatted(grain.alias(), grain.key(), found);
  }

  private String bridgeFor(List<String> expressions) {
    Set<String> targets = new LinkedHashSet<>();
    boolean needsTime = false;
    for (String expression : expressions) {
      targets.addAll(entities(expression));
      needsTime |= Expressions.mentionsTime(expression);
    }
    if (needsTime && grain.time().isEmpty()) {
      targets.add(timeKeeper());
    }
    return model
        .joinGraph()
        .bridge(grain.name(), targets)
        .orElseThrow(
            () ->
                new WarehouseException(
                    WarehouseException.Code.USER,
                    "%s cannot be brought together with %s"
                        .formatted(grain.plural(), String.join(", ", targets))));
  }

  /** The nearest finer entity that has a time, for rows that have none of their own. */
  private String timeKeeper() {
    return model.entities().stream()
        .filter(entity -> entity.time().isPresent())
        .map(Entity::name)
        .filter(name -> model.joinGraph().reaches(name, List.of(grain.name())))
        .findFirst()
        .orElseThrow(
            () ->
                new WarehouseException(
                    WarehouseException.Code.USER, grain.plural() + " have no time"));
  }

  private static boolean hasKey(Entity from, Entity to) {
    return from.base().isEmpty() && to.base().isEmpty();
  }

  private boolean reaches(String expression) {
    return model.joinGraph().reaches(grain.name(), entities(expression))
        && (grain.time().isPresent() || !Expressions.mentionsTime(expression));
  }

  private Set<String> entities(String expression) {
    return Expressions.aliases(expression).stream()
        .map(model::entityOfAlias)
        .flatMap(Optional::stream)
        .map(Entity::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The expression with its time filled in, after joining what it needs. */
  private String resolve(String expression) {
    String resolved =
        relations.within(
            grain,
            grain.time().map(time -> Expressions.withTime(expression, time)).orElse(expression));
    for (String entity : entities(resolved)) {
      for (Join join : model.joinGraph().path(grain.name(), entity)) {
        join(join);
      }
    }
    return resolved;
  }

  private void join(Join join) {
    if (joined.add(join.to())) {
      Entity to = model.entity(join.to());
      Entity from = model.entity(join.from());
      select.from.add(
          "%sJOIN %s AS %s ON %s.%s = %s.%s"
              .formatted(
                  join.optional() ? "LEFT " : "",
                  relation(to),
                  to.alias(),
                  to.alias(),
                  join.key(),
                  from.alias(),
                  join.key()));
    }
  }

  private String relation(Entity entity) {
    if (!entity.derived()) {
      return relations.table(entity);
    }
    select.with.put(entity.name(), entity.relation().strip());
    return entity.name();
  }

  private static String column(String expression, String name) {
    return expression.endsWith("." + name) && expression.matches("[a-z_]+\\.[a-z_]+")
        ? expression
        : expression + " AS " + name;
  }
}
