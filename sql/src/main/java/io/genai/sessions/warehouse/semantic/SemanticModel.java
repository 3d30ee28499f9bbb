package io.genai.sessions.warehouse.semantic;

import io.genai.sessions.warehouse.WarehouseException;
import io.genai.sessions.warehouse.WarehouseRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the warehouse's figures are called and how they are worked out. Immutable; safe to share.
 */
public final class SemanticModel {
  private final List<Entity> entities;
  private final List<Join> joins;
  private final Map<String, WideTable> wideTables;
  private final List<Measure> measures;
  private final List<Fact> facts;
  private final List<Dimension> dimensions;
  private final List<Dimension> timeGrains;
  private final List<Segment> segments;
  private final List<VerifiedQuestion> verifiedQuestions;
  private final Map<String, Entity> entitiesByName;
  private final Map<String, Entity> entitiesByAlias;
  private final Map<String, Measure> measuresByName;
  private final Map<String, Fact> factsByName;
  private final Map<String, Dimension> dimensionsByName;
  private final Map<String, Segment> segmentsByName;
  private final JoinGraph joinGraph;

  private SemanticModel(SemanticReader read) {
    entities = List.copyOf(read.entities);
    joins = List.copyOf(read.joins);
    wideTables = unique("wide table of", read.wideTables, WideTable::entity, WideTable::source);
    measures = List.copyOf(read.measures);
    facts = List.copyOf(read.facts);
    dimensions = List.copyOf(read.dimensions);
    timeGrains = List.copyOf(read.timeGrains);
    segments = List.copyOf(read.segments);
    verifiedQuestions = List.copyOf(read.verifiedQuestions);
    entitiesByName = unique("entity", entities, Entity::name, Entity::source);
    entitiesByAlias = unique("alias", entities, Entity::alias, Entity::source);
    measuresByName = unique("measure", measures, Measure::name, Measure::source);
    factsByName = unique("fact", facts, Fact::name, Fact::source);
    Map<String, Dimension> named =
        unique("dimension", dimensions, Dimension::name, Dimension::source);
    named.putAll(unique("time grain", timeGrains, Dimension::name, Dimension::source));
    dimensionsByName = named;
    segmentsByName = unique("segment", segments, Segment::name, Segment::source);
    unique("verified question", verifiedQuestions, VerifiedQuestion::question, q -> q.source());
    joinGraph = new JoinGraph(this);
    new SemanticChecks(this).run();
  }

  /**
   * The model that ships with the product.
   *
   * @throws WarehouseException DATA, naming file and line, where a definition is wrong
   */
  public static SemanticModel load() {
    return load(
        file -> {
          InputStream stream =
              SemanticModel.class.getResourceAsStream(
                  "/io/genai/sessions/warehouse/semantic/" + file);
          if (stream == null) {
            throw new IOException("resource semantic/" + file + " is not on the class path");
          }
          return new InputStreamReader(stream, StandardCharsets.UTF_8);
        });
  }

  /**
   * A model from a directory that holds the same files.
   *
   * @throws WarehouseException DATA, naming file and line, where a definition is wrong
   */
  public static SemanticModel load(Path directory) {
    return load(file -> Files.newBufferedReader(directory.resolve(file), StandardCharsets.UTF_8));
  }

  private static SemanticModel load(SemanticReader.Opener opener) {
    try {
      return new SemanticModel(
          new SemanticReader(WarehouseRules.load().constants()).readAll(opener));
    } catch (IOException e) {
      throw new WarehouseException(
          WarehouseException.Code.RESOURCE, "cannot read the semantic model: " + e.getMessage(), e);
    }
  }

  private static <T> Map<String, T> unique(
      String kind, List<T> items, Function<T, String> name, Function<T, SourceLine> source) {
    Map<String, T> byName = new LinkedHashMap<>();
    for (T item : items) {
      T earlier = byName.putIfAbsent(name.apply(item), item);
      if (earlier != null) {
        throw YamlTree.problem(
            source.apply(item),
            "duplicate %s '%s'; it stands first at %s"
                .formatted(kind, name.apply(item), source.apply(earlier)));
      }
    }
    return byName;
  }

  /**
   * Holds the model against a database: every table, column, join and verified question must bind.
   *
   * @throws WarehouseException DATA, with a line for each definition that does not, naming its file
   *     and line
   */
  public void validate(Connection connection) {
    List<String> problems = new SemanticBinding(this).problems(connection);
    if (!problems.isEmpty()) {
      throw new WarehouseException(
          WarehouseException.Code.DATA,
          problems.stream()
              .collect(
                  Collectors.joining(
                      "\n", "the semantic model does not fit the warehouse:\n", "")));
    }
  }

  /** Tables and derived relations. */
  public List<Entity> entities() {
    return entities;
  }

  /** The join graph's edges. */
  public List<Join> joins() {
    return joins;
  }

  /** Tables that hold columns of others too. */
  public List<WideTable> wideTables() {
    return List.copyOf(wideTables.values());
  }

  /** The table that holds the entity's rows and columns of others, if there is one. */
  public Optional<WideTable> wideTable(String entity) {
    return Optional.ofNullable(wideTables.get(entity));
  }

  /** Figures. */
  public List<Measure> measures() {
    return measures;
  }

  /** Numeric columns. */
  public List<Fact> facts() {
    return facts;
  }

  /** What figures are split by, time apart. */
  public List<Dimension> dimensions() {
    return dimensions;
  }

  /** Ways to round or read time, usable like any dimension. */
  public List<Dimension> timeGrains() {
    return timeGrains;
  }

  /** Named conditions. */
  public List<Segment> segments() {
    return segments;
  }

  /** Questions with checked SQL. */
  public List<VerifiedQuestion> verifiedQuestions() {
    return verifiedQuestions;
  }

  /**
   * The measure of that name.
   *
   * @throws WarehouseException USER if there is none
   */
  public Measure measure(String name) {
    return find("measure", measuresByName, name);
  }

  /** The measure of that name, if there is one. */
  public Optional<Measure> findMeasure(String name) {
    return Optional.ofNullable(measuresByName.get(name));
  }

  /**
   * The fact of that name.
   *
   * @throws WarehouseException USER if there is none
   */
  public Fact fact(String name) {
    return find("fact", factsByName, name);
  }

  /**
   * The dimension or time grain of that name.
   *
   * @throws WarehouseException USER if there is none
   */
  public Dimension dimension(String name) {
    return find("dimension", dimensionsByName, name);
  }

  /** The dimension or time grain of that name, if there is one. */
  public Optional<Dimension> findDimension(String name) {
    return Optional.ofNullable(dimensionsByName.get(name));
  }

  /**
   * The segment of that name.
   *
   * @throws WarehouseException USER if there is none
   */
  public Segment segment(String name) {
    return find("segment", segmentsByName, name);
  }

  /**
   * The entity of that name.
   *
   * @throws WarehouseException USER if there is none
   */
  public Entity entity(String name) {
    return find("entity", entitiesByName, name);
  }

  Optional<Entity> entityOfAlias(String alias) {
    return Optional.ofNullable(entitiesByAlias.get(alias));
  }

  JoinGraph joinGraph() {
    return joinGraph;
  }

  private static <T> T find(String kind, Map<String, T> byName, String name) {
    T found = byName.get(name);
    if (found == null) {
      throw new WarehouseException(
          WarehouseException.Code.USER,
          "unknown %s '%s'; known: %s".formatted(kind, name, String.join(", ", byName.keySet())));
    }
    return found;
  }
}
