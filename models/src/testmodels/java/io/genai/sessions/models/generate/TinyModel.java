package io.genai.sessions.models.generate;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A whole model directory, made up: a decoder of two layers with random weights and a byte-level
 * tokenizer of 256 bytes and a few merges, with a ChatML template. It writes nonsense, with all the
 * machinery of a real one.
 */
public final class TinyModel {
  static final String END_OF_TURN = "<|im_end|>";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> MERGES =
      List.of("t h", "th e", "i n", "a n", "\" :", "\" ,", "e r", "Ġ t", "Ġ a", ": \"", ", \"");

  private TinyModel() {}

  /** Writes the files of a repository, the decoder as {@code model.onnx}. */
  public static Path write(Path directory) throws IOException {
    return write(directory, DecoderGraph.Attention.PLAIN, 16);
  }

  static Path write(Path directory, DecoderGraph.Attention attention, int headSize)
      throws IOException {
    Map<String, Integer> vocabulary = vocabulary();
    int special = vocabulary.size();
    List<Map<String, Object>> added = new ArrayList<>();
    for (String text : List.of("<|endoftext|>", "<|im_start|>", END_OF_TURN)) {
      added.add(
          Map.of(
              "id", special + added.size(),
              "content", text,
              "single_word", false,
              "lstrip", false,
              "rstrip", false,
              "normalized", false,
              "special", true));
    }
    Map<String, Object> byteLevel =
        Map.of(
            "type", "ByteLevel",
            "add_prefix_space", false,
            "trim_offsets", false,
            "use_regex", true);
    Map<String, Object> model =
        Map.of(
            "type",
            "BPE",
            "vocab",
            vocabulary,
            "merges",
            MERGES,
            "fuse_unk",
            false,
            "byte_fallback",
            false);
    json(
        directory.resolve("tokenizer.json"),
        Map.of(
            "version", "1.0",
            "added_tokens", added,
            "pre_tokenizer", byteLevel,
            "decoder", byteLevel,
            "model", model));
    String template =
        "{% for message in messages %}{{'<|im_start|>' + message['role'] + '\\n' +"
            + " message['content'] + '<|im_end|>' + '\\n'}}{% endfor %}{% if add_generation_prompt"
            + " %}{{ '<|im_start|>assistant\\n' }}{% endif %}";
    json(
        directory.resolve("tokenizer_config.json"),
        Map.of("chat_template", template, "eos_token", END_OF_TURN));
    json(directory.resolve("config.json"), Map.of("max_position_embeddings", 2048));
    int size = special + added.size();
    DecoderShape tiny = DecoderShape.tiny(size, headSize);
    DecoderWeights weights = DecoderWeights.random(7);
    DecoderGraph.write(
        directory.resolve("model.onnx"), tiny, weights, LinearLayers.full(weights), attention, DecoderGraph.Scored.ALL);
    return directory;
  }

  /** The 256 printable stand-ins for bytes, in GPT-2's order, then what the merges make. */
  private static Map<String, Integer> vocabulary() {
    Map<String, Integer> vocabulary = new LinkedHashMap<>();
    int next = 256;
    for (int value = 0; value < 256; value++) {
      boolean printable = (value > 0x20 && value < 0x7F) || (value > 0xA0 && value != 0xAD);
      vocabulary.put(Character.toString(printable ? value : next++), vocabulary.size());
    }
    for (String merge : MERGES) {
      vocabulary.put(merge.replace(" ", ""), vocabulary.size());
    }
    return vocabulary;
  }

  private static void json(Path file, Object content) throws IOException {
    Files.write(file, JSON.writeValueAsString(content).getBytes(StandardCharsets.UTF_8));
  }
}
