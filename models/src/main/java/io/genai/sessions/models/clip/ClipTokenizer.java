package io.genai.sessions.models.clip;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.ModelException.Code;
import io.genai.sessions.models.runtime.TokenizerFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Texts as CLIP's token ids: start, at most 75 pieces of words, end. */
final class ClipTokenizer implements AutoCloseable {
  /** CLIP's context length, start and end included (openai/CLIP, clip.tokenize). */
  static final int MAXIMUM_TOKENS = 77;

  private final HuggingFaceTokenizer tokenizer;
  private final int fixedLength;

  /**
   * @param ids the text's tokens, then the end token again up to a fixed length
   * @param mask 1 for the text's tokens, 0 for what was added
   */
  record Tokens(long[] ids, long[] mask) {}

  private ClipTokenizer(HuggingFaceTokenizer tokenizer, int fixedLength) {
    this.tokenizer = tokenizer;
    this.fixedLength = fixedLength;
  }

  /**
   * @param inputShape of the graph's token ids, [texts, tokens]: where the second is fixed, tokens
   *     are padded to it
   */
  static ClipTokenizer open(Path json, long[] inputShape) {
    try (InputStream stream = Files.newInputStream(json)) {
      return open(stream, inputShape);
    } catch (IOException e) {
      throw new ModelException(Code.DATA, json + " cannot be read", e);
    }
  }

  /** Opens a tokenizer for token ids of a shape, as {@link #open(Path, long[])} does. */
  static ClipTokenizer open(InputStream json, long[] inputShape) throws IOException {
    int fixedLength = inputShape.length == 2 && inputShape[1] > 0 ? (int) inputShape[1] : 0;
    int limit = fixedLength > 0 ? Math.min(fixedLength, MAXIMUM_TOKENS) : MAXIMUM_TOKENS;
    return new ClipTokenizer(TokenizerFiles.open(json, limit), fixedLength);
  }

  Tokens tokens(String text) {
    Encoding encoding = tokenizer.encode(TokenizerFiles.encodable(text));
    long[] ids = encoding.getIds();
    long[] mask = encoding.getAttentionMask();
    if (ids.length >= fixedLength) {
      return new Tokens(ids, mask);
    }
    // The encoder looks backwards only and takes its result at the first end token, so that what
    // follows it changes nothing.
    long[] padded = Arrays.copyOf(ids, fixedLength);
    Arrays.fill(padded, ids.length, fixedLength, ids[ids.length - 1]);
    return new Tokens(padded, Arrays.copyOf(mask, fixedLength));
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
