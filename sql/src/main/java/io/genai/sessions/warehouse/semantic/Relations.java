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

  /** The expression with columns of others that the entity's table holds read from there. */
  String within(Entity entity, String expression) {
    return wideTable(entity)
        .map(wide -> Expressions.moved(expression, wide.holds(), entity.alias()))
        .orElse(expression);
  }

  private Optional<WideTable> wideTable(Entity entity) {
    return prefersWide ? model.wideTable(entity.name()) : Optional.empty();
  }
}
