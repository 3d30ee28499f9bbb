package io.genai.sessions.models.runtime;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.ModelException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Opens {@code tokenizer.json} files. The native library comes from its jar, never from the
 * network.
 */
public final class TokenizerFiles {
  static {
    // DJL would fetch a CUDA build of the library where it sees a GPU, and calls home on EC2.
    setUnlessSet("ai.djl.offline", "true");
    setUnlessSet("OPT_OUT_TRACKING", "true");
    try {
      TokenizerLibrary.load();
    } catch (IOException e) {
      throw new UncheckedIOException("The tokenizers' native library cannot be unpacked", e);
    }
  }

  private TokenizerFiles() {}

  /**
   * Opens a tokenizer that cuts off what lies beyond a limit and never pads.
   *
   * @param json a {@code tokenizer.json}
   * @param maximumTokens special tokens included
   * @throws ModelException DATA if it is no tokenizer
   */
  public static HuggingFaceTokenizer open(InputStream json, int maximumTokens) throws IOException {
    String limit = Integer.toString(maximumTokens);
    try {
      return HuggingFaceTokenizer.newInstance(
          json,
          Map.of(
              "truncation",
              "true",
              "maxLength",
              limit,
              "modelMaxLength",
              limit,
              "padding",
              "false"));
    } catch (RuntimeException e) {
      throw new ModelException(
          Code.DATA, "This is no tokenizer.json that can be read: " + e.getMessage(), e);
    }
  }

  /**
   * Returns the text with each unpaired surrogate replaced: the native library takes Unicode only.
   */
  public static String encodable(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null && System.getenv(property) == null) {
      System.setProperty(property, value);
    }
  }
}
