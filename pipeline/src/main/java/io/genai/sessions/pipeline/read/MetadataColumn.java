package io.genai.sessions.pipeline.read;

import io.genai.sessions.pipeline.PipelineFailure;
import io.genai.sessions.pipeline.PipelineFailure.Code;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/** A column of a metadata table that the pipeline reads. */
enum MetadataColumn {
  IMAGE_NAME(true, Kind.TEXT),
  PROMPT(true, Kind.TEXT),
  PART_ID(false, Kind.NUMBER),
  SEED(false, Kind.NUMBER),
  STEP(false, Kind.NUMBER),
  CFG(false, Kind.NUMBER),
  SAMPLER(false, Kind.NUMBER_OR_TEXT),
  WIDTH(false, Kind.NUMBER),
  HEIGHT(false, Kind.NUMBER),
  USER_NAME(false, Kind.TEXT),
  TIMESTAMP(false, Kind.TIMESTAMP),
  IMAGE_NSFW(false, Kind.NUMBER),
  PROMPT_NSFW(false, Kind.NUMBER);

  /** What a column may hold. */
  private enum Kind {
    TEXT,
    NUMBER,
    NUMBER_OR_TEXT,
    TIMESTAMP;

    boolean accepts(PrimitiveTypeName type) {
      boolean text = type == PrimitiveTypeName.BINARY;
      boolean number =
          switch (type) {
            case INT32, INT64, FLOAT, DOUBLE -> true;
            case INT96, BINARY, BOOLEAN, FIXED_LEN_BYTE_ARRAY -> false;
          };
      return switch (this) {
        case TEXT -> text;
        case NUMBER -> number;
        case NUMBER_OR_TEXT -> number || text;
        case TIMESTAMP -> type == PrimitiveTypeName.INT64 || type == PrimitiveTypeName.INT96;
      };
    }

    String description() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  private final boolean needed;
  private final Kind kind;

  MetadataColumn(boolean needed, Kind kind) {
    this.needed = needed;
    this.kind = kind;
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
            .map(MetadataColumn::column)
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
    for (MetadataColumn column : values()) {
      if (schema.containsField(column.column())
          && !column.canHold(schema.getType(column.column()))) {
        throw new PipelineFailure(
            Code.USER,
            "%s: the column %s must hold %s, but is: %s. Rewrite it with DiffusionDB's column types."
                .formatted(
                    path,
                    column.column(),
                    column.kind.description(),
                    schema.getType(column.column())));
      }
    }
  }

  private boolean canHold(Type type) {
    return type.isPrimitive()
        && !type.isRepetition(Type.Repetition.REPEATED)
        && kind.accepts(type.asPrimitiveType().getPrimitiveTypeName());
  }
}
