package io.genai.sessions.models.runtime;

import java.nio.FloatBuffer;

/** Arithmetic on embeddings. */
public final class Vectors {
  private Vectors() {}

  /**
   * Returns the mean of the rows.
   *
   * @param rows shape [rows, dimensions], at least one row
   */
  public static float[] meanOfRows(FloatBuffer rows, int dimensions) {
    int count = rows.remaining() / dimensions;
    float[] mean = new float[dimensions];
    for (int row = 0; row < count; row++) {
      for (int dimension = 0; dimension < dimensions; dimension++) {
        mean[dimension] += rows.get(row * dimensions + dimension);
      }
    }
    for (int dimension = 0; dimension < dimensions; dimension++) {
      mean[dimension] /= count;
    }
    return mean;
  }

  /** Scales the vector, in place, to L2 norm 1; the zero vector stays as it is. */
  public static float[] normalise(float[] vector) {
    double norm = Math.sqrt(dot(vector, vector));
    if (norm > 0) {
      for (int i = 0; i < vector.length; i++) {
        vector[i] = (float) (vector[i] / norm);
      }
    }
    return vector;
  }

  /** Returns the dot product of two vectors of one length: of unit vectors, their cosine. */
  public static double dot(float[] left, float[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += (double) left[i] * right[i];
    }
    return sum;
  }
}
