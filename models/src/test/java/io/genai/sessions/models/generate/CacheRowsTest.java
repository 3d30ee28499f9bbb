package io.genai.sessions.models.generate;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.genai.sessions.models.generate.DecoderSignature.CacheTensor;
import io.genai.sessions.models.runtime.OnnxSessions;
import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class CacheRowsTest {
  private static final OrtEnvironment ENVIRONMENT = OnnxSessions.environment();

  /** Keys or values alone: [rows, heads, past, size]. */
  private static final CacheTensor SEPARATE =
      new CacheTensor("past", "present", OnnxJavaType.FLOAT, List.of(-1L, 2L, -1L, 1L), 0);

  /** Keys and values in one, as GPT-2's: [2, rows, heads, past, size]. */
  private static final CacheTensor BOTH =
      new CacheTensor("past_0", "present_0", OnnxJavaType.FLOAT, List.of(2L, -1L, 1L, -1L, 1L), 1);

  private static OnnxTensor tensor(long[] shape, float... values) throws OrtException {
    return OnnxTensor.createTensor(ENVIRONMENT, FloatBuffer.wrap(values), shape);
  }

  @Test
  void rowsAreChosenInAnyOrderAndAsOftenAsWanted() throws OrtException {
    try (CacheRows rows = new CacheRows(ENVIRONMENT, SEPARATE);
        OnnxTensor two = tensor(new long[] {2, 2, 1, 1}, 1, 2, 3, 4);
        OnnxTensor chosen = rows.select(two, new long[] {1, 0, 1})) {
      assertThat(chosen.getInfo().getShape()).containsExactly(3, 2, 1, 1);
      assertThat(chosen.getFloatBuffer().array()).containsExactly(3, 4, 1, 2, 3, 4);
    }
  }

  @Test
  void theShorterRowsAreJoinedBehindColumnsThatFillThemUp() throws OrtException {
    try (CacheRows rows = new CacheRows(ENVIRONMENT, SEPARATE);
        OnnxTensor none = tensor(new long[] {1, 2, 0, 1});
        OnnxTensor one = tensor(new long[] {1, 2, 3, 1}, 1, 2, 3, 4, 5, 6);
        OnnxTensor fill = tensor(new long[] {2, 2, 2, 1}, 0, 0, 0, 0, 0, 0, 0, 0);
        OnnxTensor other = tensor(new long[] {2, 2, 1, 1}, 7, 8, 9, 10);
        OnnxTensor joined = rows.join(none, one, fill, other)) {
      assertThat(joined.getInfo().getShape()).containsExactly(3, 2, 3, 1);
      assertThat(joined.getFloatBuffer().array())
          .containsExactly(1, 2, 3, 4, 5, 6, 0, 0, 7, 0, 0, 8, 0, 0, 9, 0, 0, 10);
    }
  }

  @Test
  void rowsOfKeysAndValuesInOneAreJoinedAlongTheirOwnAxis() throws OrtException {
    try (CacheRows rows = new CacheRows(ENVIRONMENT, BOTH);
        OnnxTensor fill = tensor(new long[] {2, 1, 1, 1, 1}, 0, 0);
        OnnxTensor one = tensor(new long[] {2, 1, 1, 1, 1}, 1, 2);
        OnnxTensor none = tensor(new long[] {2, 1, 1, 0, 1});
        OnnxTensor other = tensor(new long[] {2, 1, 1, 2, 1}, 3, 4, 5, 6);
        OnnxTensor joined = rows.join(fill, one, none, other)) {
      assertThat(joined.getInfo().getShape()).containsExactly(2, 2, 1, 2, 1);
      assertThat(joined.getFloatBuffer().array()).containsExactly(0, 1, 3, 4, 0, 2, 5, 6);
    }
  }
}
