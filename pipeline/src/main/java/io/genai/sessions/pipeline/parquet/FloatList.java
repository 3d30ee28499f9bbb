package io.genai.sessions.pipeline.parquet;

import java.util.AbstractList;

/** A vector as Avro wants it, without a box for each number that is kept. */
public final class FloatList extends AbstractList<Float> {
  private final float[] values;

  private FloatList(float[] values) {
    this.values = values;
  }

  /** A view of {@code values}. */
  public static FloatList of(float[] values) {
    return new FloatList(values);
  }

  @Override
  public Float get(int index) {
    return values[index];
  }

  @Override
  public int size() {
    return values.length;
  }
}
