package io.genai.sessions.models.generate;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.genai.sessions.models.ModelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a decoder graph takes and gives, read from its inputs: the naming of Hugging Face exports
 * ({@code past_key_values.0.key} → {@code present.0.key}, one tensor each [batch, heads, past,
 * size]) or of GPT-2's ({@code past_0} → {@code present_0}, both in one [2, batch, heads, past,
 * size]).
 *
 * @param integers element type (INT32 or INT64) of each integer input that the graph has; {@code
 *     num_logits_to_keep}, which newer exports have, says for how many of the last tokens scores
 *     are computed
 * @param caches the key/value tensors, in the graph's order
 */
record DecoderSignature(Map<String, OnnxJavaType> integers, List<CacheTensor> caches) {
  static final String TOKENS = "input_ids";
  static final String MASK = "attention_mask";
  static final String POSITIONS = "position_ids";
  static final String KEPT_SCORES = "num_logits_to_keep";
  static final String SCORES = "logits";

  private static final Pattern SEPARATE =
      Pattern.compile("past_key_values\\.(\\d+\\.(?:key|value))");
  private static final Pattern JOINED = Pattern.compile("past_(\\d+)");

  /**
   * One key/value tensor.
   *
   * @param past name of the input
   * @param present name of the output that is the next step's input
   * @param type FLOAT or FLOAT16
   * @param shape dimensions; those of batch and past length are ignored
   * @param batchAxis index of the dimension of rows
   */
  record CacheTensor(
      String past, String present, OnnxJavaType type, List<Long> shape, int batchAxis) {

    /** The shape for a number of rows and of past tokens. */
    long[] shape(int rows, int length) {
      long[] actual = shape.stream().mapToLong(Long::longValue).toArray();
      actual[batchAxis] = rows;
      actual[lengthAxis()] = length;
      return actual;
    }

    /** Index of the dimension of past tokens. */
    int lengthAxis() {
      return batchAxis + 2;
    }
  }

  static DecoderSignature read(OrtSession session, String file) throws OrtException {
    Map<String, OnnxJavaType> integers = new java.util.HashMap<>();
    List<CacheTensor> caches = new ArrayList<>();
    for (Map.Entry<String, NodeInfo> input : session.getInputInfo().entrySet()) {
      TensorInfo tensor = (TensorInfo) input.getValue().getInfo();
      Optional<CacheTensor> cache = cache(input.getKey(), tensor);
      if (cache.isPresent() && session.getOutputNames().contains(cache.get().present())) {
        caches.add(cache.get());
      } else if (List.of(TOKENS, MASK, POSITIONS, KEPT_SCORES).contains(input.getKey())) {
        integers.put(input.getKey(), tensor.type);
      } else {
        throw notADecoder(file, "its input '" + input.getKey() + "' is not known");
      }
    }
    if (!integers.containsKey(TOKENS) || !integers.containsKey(MASK) || caches.isEmpty()) {
      throw notADecoder(
          file, "it needs input_ids, attention_mask and past keys and values as inputs");
    }
    if (!session.getOutputNames().contains(SCORES)) {
      throw notADecoder(file, "it has no output 'logits'");
    }
    return new DecoderSignature(Map.copyOf(integers), List.copyOf(caches));
  }

  private static Optional<CacheTensor> cache(String name, TensorInfo tensor) {
    List<Long> shape = java.util.Arrays.stream(tensor.getShape()).boxed().toList();
    Matcher separate = SEPARATE.matcher(name);
    if (separate.matches() && shape.size() == 4) {
      return Optional.of(
          new CacheTensor(name, "present." + separate.group(1), tensor.type, shape, 0));
    }
    Matcher joined = JOINED.matcher(name);
    if (joined.matches() && shape.size() == 5) {
      return Optional.of(
          new CacheTensor(name, "present_" + joined.group(1), tensor.type, shape, 1));
    }
    return Optional.empty();
  }

  private static ModelException notADecoder(String file, String reason) {
    return new ModelException(
        ModelException.Code.DATA,
        "Not a causal decoder with a key/value cache: "
            + file
            + ": "
            + reason
            + ". Export with the task text-generation-with-past.");
  }
}
