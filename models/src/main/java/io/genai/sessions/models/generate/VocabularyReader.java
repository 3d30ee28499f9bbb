package io.genai.sessions.models.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.genai.sessions.models.ModelException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the bytes of each token from a {@code tokenizer.json}: byte-level BPE (GPT-2, Qwen, Llama
 * 3), where each byte is written as one printable character, or SentencePiece with byte fallback
 * (Llama 2), where a space is written ▁ and a lone byte {@code <0x0A>}.
 */
final class VocabularyReader {
  private static final Pattern LONE_BYTE = Pattern.compile("<0x([0-9A-F]{2})>");

  private VocabularyReader() {}

  static Vocabulary read(Path file, int size) {
    JsonNode root;
    try {
      root = new ObjectMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new ModelException(
          ModelException.Code.DATA, "The tokenizer file cannot be read: " + file, e);
    }
    Function<String, byte[]> textOf = textOf(file, root.path("decoder").toString());
    Map<Integer, byte[]> tokens = new HashMap<>();
    root.path("model")
        .path("vocab")
        .properties()
        .forEach(entry -> tokens.put(entry.getValue().asInt(), textOf.apply(entry.getKey())));
    Map<String, Integer> special = new HashMap<>();
    for (JsonNode added : root.path("added_tokens")) {
      String content = added.path("content").asText();
      int id = added.path("id").asInt();
      if (added.path("special").asBoolean()) {
        special.put(content, id);
      } else {
        tokens.put(id, content.getBytes(StandardCharsets.UTF_8));
      }
    }
    return new Vocabulary(tokens, special, size);
  }

  private static Function<String, byte[]> textOf(Path file, String decoder) {
    if (decoder.contains("\"ByteLevel\"")) {
      Map<Integer, Integer> byteOf = byteOfCharacter();
      return token -> byteLevel(token, byteOf);
    } else if (decoder.contains("\"ByteFallback\"")) {
      return VocabularyReader::sentencePiece;
    }
    throw new ModelException(
        ModelException.Code.DATA,
        "The tokenizer's decoder must be ByteLevel or ByteFallback, but was: "
            + decoder
            + " in "
            + file);
  }

  private static byte[] byteLevel(String token, Map<Integer, Integer> byteOf) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    token
        .codePoints()
        .forEach(
            character -> {
              Integer value = byteOf.get(character);
              if (value == null) {
                text.writeBytes(Character.toString(character).getBytes(StandardCharsets.UTF_8));
              } else {
                text.write(value);
              }
            });
    return text.toByteArray();
  }

  private static byte[] sentencePiece(String token) {
    Matcher lone = LONE_BYTE.matcher(token);
    return lone.matches()
        ? new byte[] {(byte) Integer.parseInt(lone.group(1), 16)}
        : token.replace('▁', ' ').getBytes(StandardCharsets.UTF_8);
  }

  /** GPT-2's printable stand-ins: a printable Latin-1 byte is itself, others follow from 256 on. */
  private static Map<Integer, Integer> byteOfCharacter() {
    Map<Integer, Integer> result = new HashMap<>();
    int next = 256;
    for (int value = 0; value < 256; value++) {
      boolean printable =
          (value >= '!' && value <= '~')
              || (value >= 0xA1 && value <= 0xAC)
              || (value >= 0xAE && value <= 0xFF);
      result.put(printable ? value : next++, value);
    }
    return result;
  }
}
