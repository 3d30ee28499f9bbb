package io.genai.sessions.pipeline.parquet;

import java.util.AbstractList;
import java.util.List;

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

  /** The numbers of a list that was read from Parquet. */
  public static float[] toArray(Object list) {
    List<?> numbers = (List<?>) list;
    float[] values = new float[numbers.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (Float) numbers.get(i);
    }
    return values;
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
