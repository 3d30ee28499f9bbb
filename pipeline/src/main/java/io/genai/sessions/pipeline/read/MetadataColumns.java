package io.genai.sessions.pipeline.read;

import io.genai.sessions.pipeline.PipelineFailure;
import io.genai.sessions.pipeline.PipelineFailure.Code;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/** The columns of a metadata table that the pipeline reads. */
enum MetadataColumns {
  IMAGE_NAME(true, Kind.TEXT),
  PROMPT(true, Kind.TEXT),
  SEED(false, Kind.NUMBER),
  STEP(false, Kind.NUMBER),
  CFG(false, Kind.NUMBER),
  SAMPLER(false, Kind.NUMBER, Kind.TEXT),
  WIDTH(false, Kind.NUMBER),
  HEIGHT(false, Kind.NUMBER),
  USER_NAME(false, Kind.TEXT),
  TIMESTAMP(false, Kind.TIME),
  IMAGE_NSFW(false, Kind.NUMBER),
  PROMPT_NSFW(false, Kind.NUMBER);

  /** What a column may hold. */
  private enum Kind {
    TEXT("text", EnumSet.of(PrimitiveTypeName.BINARY)),
    NUMBER(
        "a number",
        EnumSet.of(
            PrimitiveTypeName.INT32,
            PrimitiveTypeName.INT64,
            PrimitiveTypeName.FLOAT,
            PrimitiveTypeName.DOUBLE)),
    TIME("a timestamp", EnumSet.of(PrimitiveTypeName.INT64, PrimitiveTypeName.INT96));

    private final String description;
    private final Set<PrimitiveTypeName> types;

    Kind(String description, Set<PrimitiveTypeName> types) {
      this.description = description;
      this.types = types;
    }
  }

  private final boolean needed;
  private final List<Kind> kinds;

  MetadataColumns(boolean needed, Kind... kinds) {
    this.needed = needed;
    this.kinds = List.of(kinds);
  }

  /** The column's name in the table. */
  String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  static boolean isRead(String column) {
    return Stream.of(values()).anyMatch(known -> known.column().equals(column));
  }

  /**
   * Refuses a table that lacks a needed column or holds something unreadable in one.
   *
   * @throws PipelineFailure that names the columns
   */
  static void check(MessageType schema, String path) {
    List<String> missing =
        Stream.of(values())
            .filter(column -> column.needed && !schema.containsField(column.column()))
            .map(MetadataColumns::column)
            .toList();
    if (!missing.isEmpty()) {
      throw new PipelineFailure(
          Code.USER,
          "%s lacks the columns: %s. It has: %s. Give --input a table with DiffusionDB's columns."
              .formatted(
                  path,
                  String.join(", ", missing),
                  schema.getFields().stream()
                      .map(Type::getName)
                      .collect(Collectors.joining(", "))));
    }
    for (MetadataColumns column : values()) {
      if (schema.containsField(column.column())
          && !column.canHold(schema.getType(column.column()))) {
        throw new PipelineFailure(
            Code.USER,
            "%s: the column %s must be %s, but is: %s. Rewrite it with DiffusionDB's column types."
                .formatted(
                    path,
                    column.column(),
                    column.kinds.stream()
                        .map(kind -> kind.description)
                        .collect(Collectors.joining(" or ")),
                    schema.getType(column.column())));
      }
    }
  }

  private boolean canHold(Type type) {
    return type.isPrimitive()
        && !type.isRepetition(Type.Repetition.REPEATED)
        && kinds.stream()
            .anyMatch(kind -> kind.types.contains(type.asPrimitiveType().getPrimitiveTypeName()));
  }
}
