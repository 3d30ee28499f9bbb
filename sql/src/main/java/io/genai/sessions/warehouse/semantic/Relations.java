package io.genai.sessions.warehouse.semantic;

import java.util.Optional;

/** From which tables a query reads: those that people know, or the wide ones that need no joins. */
record Relations(SemanticModel model, boolean prefersWide) {

  static Relations plain(SemanticModel model) {
    return new Relations(model, false);
  }

  static Relations wide(SemanticModel model) {
    return new Relations(model, true);
  }

  /** The table to read an entity's rows from. */
  String table(Entity entity) {
    return wideTable(entity).map(WideTable::table).orElse(entity.relation());
  }

  /** The expression with what the entity's table holds or has worked out read from there. */
  String within(Entity entity, String expression) {
    return wideTable(entity)
        .map(wide -> wide.within(expression, entity.alias()))
        .orElse(expression);
  }

  /** The number to look the entity's rows up by from these finer rows, if both have it. */
  Optional<String> number(Entity entity, Entity finer) {
    return wideTable(finer).flatMap(wide -> wideTable(entity)).flatMap(WideTable::number);
  }

  private Optional<WideTable> wideTable(Entity entity) {
    return prefersWide ? model.wideTable(entity.name()) : Optional.empty();
  }
}
