package io.genai.sessions.warehouse.semantic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What definitions must hold among themselves, without any database. */
final class SemanticChecks {
  private final SemanticModel model;

  SemanticChecks(SemanticModel model) {
    this.model = model;
  }

  void run() {
    for (Measure measure : model.measures()) {
      expression(measure.source(), measure.entity(), measure.expression());
    }
    for (Fact fact : model.facts()) {
      expression(fact.source(), fact.entity(), fact.expression());
    }
    for (Dimension dimension : model.dimensions()) {
      expression(dimension.source(), dimension.entity(), dimension.expression());
    }
    for (Dimension grain : model.timeGrains()) {
      expression(grain.source(), Dimension.TIME, grain.expression());
    }
    for (WideTable wide : model.wideTables()) {
      wide.holds().forEach(column -> expression(wide.source(), wide.entity(), column));
      wide.instead().keySet().forEach(part -> expression(wide.source(), wide.entity(), part));
    }
    for (Segment segment : model.segments()) {
      expression(segment.source(), segment.entity(), segment.condition());
    }
    synonyms();
  }

  private void expression(SourceLine source, String entity, String sql) {
    if (entity.equals(Dimension.TIME)) {
      if (!Expressions.mentionsTime(sql)) {
        throw YamlTree.problem(source, "an expression of time must mention {time}: " + sql);
      }
      return;
    }
    if (model.entities().stream().noneMatch(known -> known.name().equals(entity))) {
      throw YamlTree.problem(source, "unknown entity '" + entity + "'");
    }
    for (String alias : Expressions.aliases(sql)) {
      Optional<Entity> used = model.entityOfAlias(alias);
      if (used.isEmpty()) {
        throw YamlTree.problem(source, "no entity has the alias '" + alias + "' used in: " + sql);
      }
      if (!model.joinGraph().reaches(entity, List.of(used.get().name()))) {
        throw YamlTree.problem(
            source,
            "broken join: '%s' cannot be joined to '%s' without multiplying its rows"
                .formatted(entity, used.get().name()));
      }
    }
  }

  private void synonyms() {
    Names measures = new Names("measure");
    model.measures().forEach(m -> measures.add(m.source(), m.name(), m.label(), m.synonyms()));
    Names facts = new Names("fact");
    model.facts().forEach(f -> facts.add(f.source(), f.name(), f.label(), f.synonyms()));
    Names dimensions = new Names("dimension");
    for (Dimension dimension : model.dimensions()) {
      dimensions.add(dimension.source(), dimension.name(), dimension.label(), dimension.synonyms());
      Names values = new Names("value of " + dimension.name());
      dimension
          .values()
          .forEach(v -> values.add(dimension.source(), v.value(), v.value(), v.synonyms()));
    }
    model.timeGrains().forEach(g -> dimensions.add(g.source(), g.name(), g.label(), g.synonyms()));
    Names segments = new Names("segment");
    model.segments().forEach(s -> segments.add(s.source(), s.name(), s.label(), s.synonyms()));
    Names entities = new Names("entity");
    model.entities().forEach(e -> entities.add(e.source(), e.name(), e.label(), e.synonyms()));
  }

  /** Names of one kind, none of which may mean two things. */
  private static final class Names {
    private final String kind;
    private final Map<String, String> ownerOf = new HashMap<>();

    Names(String kind) {
      this.kind = kind;
    }

    void add(SourceLine source, String name, String label, List<String> synonyms) {
      List<String> all = new ArrayList<>(List.of(name, label));
      all.addAll(synonyms);
      for (String synonym : all) {
        String key = synonym.toLowerCase(Locale.ROOT).strip();
        String owner = ownerOf.putIfAbsent(key, name);
        if (owner != null && !owner.equals(name)) {
          throw YamlTree.problem(
              source,
              "duplicate synonym '%s': it names both %s '%s' and '%s'"
                  .formatted(synonym, kind, owner, name));
        }
      }
    }
  }
}
