package io.genai.sessions.models.generate;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.runtime.TokenizerFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Text to token ids by a {@code tokenizer.json}, and token ids to bytes. */
final class TokenCodec implements AutoCloseable {
  /** In tokens; far more than any model looks back on, which is checked elsewhere. */
  private static final int LONGEST_TEXT = 10_000_000;

  private final HuggingFaceTokenizer tokenizer;
  private final Vocabulary vocabulary;

  private TokenCodec(HuggingFaceTokenizer tokenizer, Vocabulary vocabulary) {
    this.tokenizer = tokenizer;
    this.vocabulary = vocabulary;
  }

  /**
   * Loads a tokenizer.
   *
   * @param file a {@code tokenizer.json}
   * @param vocabularySize number of scores that the model gives
   */
  static TokenCodec open(Path file, int vocabularySize) {
    Vocabulary vocabulary = VocabularyReader.read(file, vocabularySize);
    try (InputStream json = Files.newInputStream(file)) {
      return new TokenCodec(TokenizerFiles.open(json, LONGEST_TEXT), vocabulary);
    } catch (IOException e) {
      throw new ModelException(
          ModelException.Code.DATA, "The tokenizer cannot be read: " + file, e);
    }
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  /** Token ids; special tokens written out in the text become their ids, none is added. */
  List<Integer> encode(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    Encoding encoding = tokenizer.encode(TokenizerFiles.encodable(text), false, false);
    return Arrays.stream(encoding.getIds()).mapToObj(Math::toIntExact).toList();
  }

  /**
   * Ids that stand for exactly these bytes: the tokenizer's own where they do and the model knows
   * them, otherwise the longest at each place; none if the vocabulary cannot spell them.
   */
  List<Integer> spell(byte[] text) {
    return canonical(text).or(() -> vocabulary.spell(text)).orElse(List.of());
  }

  private Optional<List<Integer>> canonical(byte[] text) {
    try {
      List<Integer> tokens =
          encode(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString());
      return Arrays.equals(bytes(tokens), text) ? Optional.of(tokens) : Optional.empty();
    } catch (CharacterCodingException e) {
      // A forced path may end inside a character: no text to tokenize.
      return Optional.empty();
    }
  }

  private byte[] bytes(List<Integer> tokens) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (int token : tokens) {
      if (token < vocabulary.size()) {
        joined.writeBytes(vocabulary.bytes(token));
      }
    }
    return joined.toByteArray();
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
