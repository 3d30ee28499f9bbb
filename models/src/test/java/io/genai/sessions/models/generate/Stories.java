package io.genai.sessions.models.generate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The 260K-parameter story teller of llama2.c (karpathy/llama2.c, MIT): its checkpoint as decoder
 * weights and its token texts.
 */
final class Stories implements DecoderWeights {
  static final int BEGIN = 1;
  private static final int HEADER_INTEGERS = 7;
  private static final int HEAD_SIZE = 8;

  private final DecoderShape shape;
  private final Map<String, Integer> starts = new HashMap<>();
  private final float[] values;
  private int read;

  private Stories(Path checkpoint) throws IOException {
    ByteBuffer file =
        ByteBuffer.wrap(Files.readAllBytes(checkpoint)).order(ByteOrder.LITTLE_ENDIAN);
    int width = file.getInt();
    int feedForward = file.getInt();
    int layers = file.getInt();
    int heads = file.getInt();
    int keyValueHeads = file.getInt();
    int vocabulary = file.getInt();
    shape =
        new DecoderShape(
            vocabulary,
            width,
            layers,
            heads,
            keyValueHeads,
            HEAD_SIZE,
            feedForward,
            1e4f,
            1e-5f,
            false);
    file.position(HEADER_INTEGERS * Integer.BYTES);
    values = new float[file.remaining() / Float.BYTES];
    file.asFloatBuffer().get(values);
    int keys = keyValueHeads * HEAD_SIZE;
    section("embedding", vocabulary * width);
    section("attention_norm", layers * width);
    section("query", layers * width * width);
    section("key", layers * keys * width);
    section("value", layers * keys * width);
    section("output", layers * width * width);
    section("feed_forward_norm", layers * width);
    section("gate", layers * width * feedForward);
    section("down", layers * width * feedForward);
    section("up", layers * width * feedForward);
    section("final_norm", width);
    starts.put("head", starts.get("embedding"));
  }

  private void section(String name, int size) {
    starts.put(name, read);
    read += size;
  }

  static Stories read(Path directory) throws IOException {
    return new Stories(directory.resolve("stories260K.bin"));
  }

  DecoderShape shape() {
    return shape;
  }

  /**
   * Text of each token: a score, a length, and bytes, where a lone byte is written {@code <0x0A>}.
   */
  static Vocabulary vocabulary(Path directory, int size) throws IOException {
    ByteBuffer file =
        ByteBuffer.wrap(Files.readAllBytes(directory.resolve("tok512.bin")))
            .order(ByteOrder.LITTLE_ENDIAN);
    file.getInt();
    Map<Integer, byte[]> tokens = new HashMap<>();
    for (int id = 0; id < size; id++) {
      file.getFloat();
      byte[] text = new byte[file.getInt()];
      file.get(text);
      String written = new String(text, StandardCharsets.UTF_8);
      boolean lone = written.matches("<0x[0-9A-F]{2}>");
      tokens.put(
          id, lone ? new byte[] {(byte) Integer.parseInt(written.substring(3, 5), 16)} : text);
    }
    return new Vocabulary(tokens, Map.of("<unk>", 0, "<s>", 1, "</s>", 2), size);
  }

  @Override
  public float[] matrix(String name, int layer, int inputs, int outputs) {
    int start = starts.get(name) + layer * inputs * outputs;
    if (name.equals("embedding")) {
      return java.util.Arrays.copyOfRange(values, start, start + inputs * outputs);
    }
    boolean turned = name.equals("query") || name.equals("key");
    float[] transposed = new float[inputs * outputs];
    for (int output = 0; output < outputs; output++) {
      int source = turned ? neighbour(output) : output;
      for (int input = 0; input < inputs; input++) {
        transposed[input * outputs + output] = values[start + source * inputs + input];
      }
    }
    return transposed;
  }

  /** llama2.c rotates neighbours, the graph halves: row i of a half comes from row 2i of pairs. */
  private static int neighbour(int output) {
    int head = output / HEAD_SIZE * HEAD_SIZE;
    int within = output % HEAD_SIZE;
    int half = HEAD_SIZE / 2;
    return head + (within < half ? 2 * within : 2 * (within - half) + 1);
  }

  @Override
  public float[] vector(String name, int layer, int size) {
    int start = starts.get(name) + layer * size;
    return java.util.Arrays.copyOfRange(values, start, start + size);
  }
}
