package io.genai.sessions.models.generate;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.genai.sessions.models.InferenceThreads;
import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.generate.DecoderSignature.CacheTensor;
import io.genai.sessions.models.runtime.DeepStack;
import io.genai.sessions.models.runtime.OnnxSessions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * One step of a decoder: feeds new tokens after cached ones and gives the scores of the next. May
 * be called by several threads at once.
 */
final class CausalDecoder implements AutoCloseable {
  private final OrtEnvironment environment = OnnxSessions.environment();
  private final OrtSession session;
  private final DecoderSignature signature;
  private final CacheRows cacheRows;
  private final int vocabularySize;

  private CausalDecoder(OrtSession session, String file) throws OrtException {
    this.session = session;
    signature = DecoderSignature.read(session, file);
    cacheRows = new CacheRows(environment, signature.caches().get(0));
    long[] shape =
        ((TensorInfo) session.getOutputInfo().get(DecoderSignature.SCORES).getInfo()).getShape();
    if (shape.length != 3 || shape[2] <= 0) {
      throw new ModelException(
          ModelException.Code.DATA,
          "The decoder's logits must be [batch, tokens, a fixed vocabulary], but are "
              + Arrays.toString(shape)
              + " in "
              + file);
    }
    vocabularySize = Math.toIntExact(shape[2]);
  }

  /**
   * Loads a graph and its external data.
   *
   * @throws ModelException DATA if it is no decoder with a cache, RESOURCE if it does not load
   */
  static CausalDecoder open(Path file, InferenceThreads threads) {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads.count());
      options.setInterOpNumThreads(1);
      // A spinning pool would take the cores from everybody else between steps.
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      // Shapes change with every step; a memory plan for each would never be used again.
      options.setMemoryPatternOptimization(false);
      OrtSession session = DeepStack.call(() -> DecoderSession.open(file, options));
      try {
        return new CausalDecoder(session, file.toString());
      } catch (OrtException | RuntimeException e) {
        session.close();
        throw e;
      }
    } catch (OrtException e) {
      throw failure("The decoder cannot be loaded: " + file, e);
    }
  }

  /** Number of token ids that have a score. */
  int vocabularySize() {
    return vocabularySize;
  }

  /** A cache of no tokens. */
  KeyValueCache empty(int rows) {
    try {
      List<OnnxTensor> tensors = new ArrayList<>();
      for (CacheTensor cache : signature.caches()) {
        tensors.add(zeros(cache, rows, 0));
      }
      return new KeyValueCache(tensors, new boolean[rows][0], 0);
    } catch (OrtException e) {
      throw failure("No cache can be made for " + rows + " rows", e);
    }
  }

  private OnnxTensor zeros(CacheTensor cache, int rows, int length) throws OrtException {
    long[] shape = cache.shape(rows, length);
    int bytes =
        Math.toIntExact(Arrays.stream(shape).reduce(cache.type().size, Math::multiplyExact));
    return OnnxTensor.createTensor(
        environment,
        ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder()),
        shape,
        cache.type());
  }

  /** A cache of the chosen rows, in that order; the old one stays the caller's to close. */
  KeyValueCache select(KeyValueCache cache, int[] rows) {
    long[] chosen = Arrays.stream(rows).asLongStream().toArray();
    List<OnnxTensor> tensors = new ArrayList<>();
    try {
      for (OnnxTensor tensor : cache.tensors()) {
        tensors.add(cacheRows.select(tensor, chosen));
      }
      return new KeyValueCache(tensors, cache.real(chosen), cache.length());
    } catch (OrtException e) {
      tensors.forEach(OnnxTensor::close);
      throw failure("Rows of the key/value cache cannot be selected", e);
    }
  }

  /**
   * A cache of the rows of one and then of the other, with holes before the shorter ones.
   *
   * @param one closed here, as the other is, whatever happens
   */
  KeyValueCache join(KeyValueCache one, KeyValueCache other) {
    int length = Math.max(one.length(), other.length());
    List<OnnxTensor> tensors = new ArrayList<>();
    try (one;
        other) {
      for (int i = 0; i < signature.caches().size(); i++) {
        CacheTensor cache = signature.caches().get(i);
        try (OnnxTensor before = zeros(cache, one.rows(), length - one.length());
            OnnxTensor beforeOther = zeros(cache, other.rows(), length - other.length())) {
          tensors.add(
              cacheRows.join(before, one.tensors().get(i), beforeOther, other.tensors().get(i)));
        }
      }
      return new KeyValueCache(tensors, one.realWith(other), length);
    } catch (OrtException e) {
      tensors.forEach(OnnxTensor::close);
      throw failure("Rows of two key/value caches cannot be joined", e);
    }
  }

  /**
   * Feeds tokens.
   *
   * @param past of as many rows as the input; stays the caller's to close
   * @param scores is given the scores after the last column, and after others if the graph can't
   *     leave them out
   * @return the cache with the new columns
   */
  KeyValueCache step(TokenBlock input, KeyValueCache past, StepScores scores) {
    int rows = input.rows();
    int width = input.width();
    boolean[][] real = new boolean[rows][];
    long[][] positions = new long[rows][width];
    for (int row = 0; row < rows; row++) {
      real[row] = Arrays.copyOf(past.real()[row], past.length() + width);
      int next = past.position(row);
      for (int column = 0; column < width; column++) {
        real[row][past.length() + column] = input.real(row, column);
        positions[row][column] = input.real(row, column) ? next++ : 0;
      }
    }
    Map<String, OnnxTensor> inputs = new HashMap<>();
    List<OnnxTensor> own = new ArrayList<>();
    try {
      int total = past.length() + width;
      add(inputs, own, DecoderSignature.TOKENS, rows, width, input::token);
      add(inputs, own, DecoderSignature.MASK, rows, total, (r, c) -> real[r][c] ? 1 : 0);
      add(inputs, own, DecoderSignature.POSITIONS, rows, width, (r, c) -> positions[r][c]);
      for (int i = 0; i < signature.caches().size(); i++) {
        inputs.put(signature.caches().get(i).past(), past.tensors().get(i));
      }
      boolean lastOnly = signature.integers().containsKey(DecoderSignature.KEPT_SCORES);
      if (lastOnly) {
        OnnxTensor one = OnnxTensor.createTensor(environment, 1L);
        own.add(one);
        inputs.put(DecoderSignature.KEPT_SCORES, one);
      }
      OnnxTensor pinned = scores.tensor(rows, lastOnly ? 1 : width);
      own.add(pinned);
      // Not closed here: its tensors, all of them caches, live on in the returned cache.
      OrtSession.Result result =
          session.run(
              inputs,
              new HashSet<>(signature.caches().stream().map(CacheTensor::present).toList()),
              Map.of(DecoderSignature.SCORES, pinned));
      return new KeyValueCache(presents(result), real, total);
    } catch (OrtException e) {
      throw failure(
          "A step of "
              + rows
              + " rows by "
              + width
              + " tokens after "
              + past.length()
              + " cached ones failed",
          e);
    } finally {
      own.forEach(OnnxTensor::close);
    }
  }

  private List<OnnxTensor> presents(OrtSession.Result result) {
    return signature.caches().stream()
        .map(cache -> (OnnxTensor) result.get(cache.present()).orElseThrow())
        .toList();
  }

  private interface Cell {
    long at(int row, int column);
  }

  private void add(
      Map<String, OnnxTensor> inputs,
      List<OnnxTensor> own,
      String name,
      int rows,
      int columns,
      Cell cell)
      throws OrtException {
    OnnxJavaType type = signature.integers().get(name);
    if (type == null) {
      return;
    }
    long[] shape = {rows, columns};
    OnnxTensor tensor;
    if (type == OnnxJavaType.INT32) {
      int[] values = new int[rows * columns];
      for (int i = 0; i < values.length; i++) {
        values[i] = (int) cell.at(i / columns, i % columns);
      }
      tensor = OnnxTensor.createTensor(environment, IntBuffer.wrap(values), shape);
    } else {
      long[] values = new long[rows * columns];
      for (int i = 0; i < values.length; i++) {
        values[i] = cell.at(i / columns, i % columns);
      }
      tensor = OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
    }
    own.add(tensor);
    inputs.put(name, tensor);
  }

  @Override
  public void close() {
    try (cacheRows) {
      session.close();
    } catch (OrtException e) {
      throw failure("The decoder cannot be closed", e);
    }
  }

  static ModelException failure(String what, OrtException cause) {
    return new ModelException(
        ModelException.Code.RESOURCE, what + ": " + cause.getMessage(), cause);
  }
}
