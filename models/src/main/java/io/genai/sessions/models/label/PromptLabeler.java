package io.genai.sessions.models.label;

import io.genai.sessions.models.ModelException;
import java.util.List;

/** Labels prompts. Thread-safe; may hold native memory until closed. */
public interface PromptLabeler extends AutoCloseable {
  /** Returns the id that stands beside every label and names its cache. */
  String id();

  /**
   * Labels prompts; a prompt's labels depend on nothing but that prompt.
   *
   * @param prompts any texts, the empty one included
   * @return the labels of each prompt, in their order
   * @throws ModelException if the labeller is closed or its model fails
   */
  List<PromptLabels> label(List<String> prompts);

  @Override
  void close();
}
