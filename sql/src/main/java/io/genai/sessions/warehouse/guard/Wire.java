package io.genai.sessions.warehouse.guard;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;

/** What parent and query process say to each other: a tag, then the fields that belong to it. */
final class Wire {
  // parent to child
  static final byte RUN = 1;
  static final byte BIND = 2;
  static final byte CANCEL = 3;
  // child to parent
  static final byte READY = 10;
  static final byte COLUMNS = 11;
  static final byte ROW = 12;
  static final byte DONE = 13;
  static final byte REJECTED = 14;
  static final byte FAILED = 15;

  private static final byte NULL = 0;
  private static final byte FALSE = 1;
  private static final byte TRUE = 2;
  private static final byte LONG = 3;
  private static final byte DOUBLE = 4;
  private static final byte DECIMAL = 5;
  private static final byte DATE = 6;
  private static final byte TIMESTAMP = 7;
  private static final byte TEXT = 8;

  private Wire() {}

  static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  static void value(DataOutputStream out, Object value) throws IOException {
    if (value == null) {
      out.writeByte(NULL);
    } else if (value instanceof Boolean flag) {
      out.writeByte(flag ? TRUE : FALSE);
    } else if (value instanceof Long number) {
      out.writeByte(LONG);
      out.writeLong(number);
    } else if (value instanceof Double number) {
      out.writeByte(DOUBLE);
      out.writeDouble(number);
    } else if (value instanceof BigDecimal number) {
      out.writeByte(DECIMAL);
      text(out, number.toPlainString());
    } else if (value instanceof LocalDate date) {
      out.writeByte(DATE);
      out.writeLong(date.toEpochDay());
    } else if (value instanceof LocalDateTime moment) {
      out.writeByte(TIMESTAMP);
      out.writeLong(moment.toEpochSecond(ZoneOffset.UTC));
      out.writeInt(moment.get(ChronoField.NANO_OF_SECOND));
    } else {
      out.writeByte(TEXT);
      text(out, value.toString());
    }
  }

  static Object value(DataInputStream in) throws IOException {
    byte tag = in.readByte();
    return switch (tag) {
      case NULL -> null;
      case FALSE -> false;
      case TRUE -> true;
      case LONG -> in.readLong();
      case DOUBLE -> in.readDouble();
      case DECIMAL -> new BigDecimal(text(in));
      case DATE -> LocalDate.ofEpochDay(in.readLong());
      case TIMESTAMP -> LocalDateTime.ofEpochSecond(in.readLong(), in.readInt(), ZoneOffset.UTC);
      case TEXT -> text(in);
      default -> throw new IOException("unknown value tag " + tag);
    };
  }
}
