package io.genai.sessions.pipeline.read;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/** One row of a metadata table, with the table's oddities told apart from values. */
final class MetadataRow {
  private static final String DELETED_ACCOUNT = "deleted_account";
  private static final long JULIAN_DAY_OF_1970 = 2_440_588;

  private final Group group;

  MetadataRow(Group group) {
    this.group = group;
  }

  /** A text; empty where the column is absent or null. */
  Optional<String> text(MetadataColumn column) {
    return has(column) ? Optional.of(group.getString(column.column(), 0)) : Optional.empty();
  }

  /** An integer; empty where the column is absent or null or holds no whole number. */
  Optional<Long> whole(MetadataColumn column) {
    return number(column).map(Double::longValue);
  }

  /** An integer of 32 bits; empty where the column is absent or null or the value does not fit. */
  Optional<Integer> small(MetadataColumn column) {
    return whole(column).filter(value -> value == value.intValue()).map(Long::intValue);
  }

  /** A number; empty where the column is absent, null or not a number. */
  Optional<Double> number(MetadataColumn column) {
    if (!has(column)) {
      return Optional.empty();
    }
    String name = column.column();
    double value =
        switch (type(column).getPrimitiveTypeName()) {
          case INT32 ->
              isUnsigned(column)
                  ? Integer.toUnsignedLong(group.getInteger(name, 0))
                  : group.getInteger(name, 0);
          case INT64 -> group.getLong(name, 0);
          // Through the decimal text, so that 7.1 stays 7.1 rather than 7.099999904632568.
          case FLOAT -> Double.parseDouble(Float.toString(group.getFloat(name, 0)));
          case DOUBLE -> group.getDouble(name, 0);
          case BINARY, BOOLEAN, FIXED_LEN_BYTE_ARRAY, INT96 ->
              throw new IllegalStateException(name + " was checked to be a number");
        };
    return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
  }

  /** The sampler's label, from its code or its name. */
  Optional<String> sampler() {
    if (!has(MetadataColumn.SAMPLER)) {
      return Optional.empty();
    }
    Sampler sampler =
        switch (type(MetadataColumn.SAMPLER).getPrimitiveTypeName()) {
          case BINARY -> Sampler.ofName(group.getString(MetadataColumn.SAMPLER.column(), 0));
          default -> Sampler.ofCode(whole(MetadataColumn.SAMPLER).orElse(0L));
        };
    return Optional.of(sampler.label());
  }

  /** The user; empty where the account was deleted. */
  Optional<String> user() {
    return text(MetadataColumn.USER_NAME)
        .filter(user -> !user.isBlank() && !user.equals(DELETED_ACCOUNT));
  }

  /** Milliseconds since 1970 UTC, from any of Parquet's timestamps. */
  Optional<Long> timestampMillis() {
    if (!has(MetadataColumn.TIMESTAMP)) {
      return Optional.empty();
    }
    String name = MetadataColumn.TIMESTAMP.column();
    PrimitiveType type = type(MetadataColumn.TIMESTAMP);
    if (type.getPrimitiveTypeName() == PrimitiveType.PrimitiveTypeName.INT96) {
      ByteBuffer legacy =
          ByteBuffer.wrap(group.getInt96(name, 0).getBytes()).order(ByteOrder.LITTLE_ENDIAN);
      long nanosOfDay = legacy.getLong();
      long days = legacy.getInt() - JULIAN_DAY_OF_1970;
      return Optional.of(TimeUnit.DAYS.toMillis(days) + TimeUnit.NANOSECONDS.toMillis(nanosOfDay));
    }
    long value = group.getLong(name, 0);
    LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
    if (meaning instanceof TimestampLogicalTypeAnnotation timestamp) {
      return Optional.of(
          switch (timestamp.getUnit()) {
            case MILLIS -> value;
            case MICROS -> Math.floorDiv(value, 1_000L);
            case NANOS -> Math.floorDiv(value, 1_000_000L);
          });
    }
    return Optional.of(value);
  }

  private boolean has(MetadataColumn column) {
    return group.getType().containsField(column.column())
        && group.getFieldRepetitionCount(column.column()) > 0;
  }

  private PrimitiveType type(MetadataColumn column) {
    return group.getType().getType(column.column()).asPrimitiveType();
  }

  private boolean isUnsigned(MetadataColumn column) {
    return type(column).getLogicalTypeAnnotation() instanceof IntLogicalTypeAnnotation integer
        && !integer.isSigned();
  }
}
