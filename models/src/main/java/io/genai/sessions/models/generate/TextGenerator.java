package io.genai.sessions.models.generate;

import io.genai.sessions.models.ModelException;
import java.util.List;

/**
 * A causal language model that continues prompts.
 *
 * <p>An instance may be shared between threads; it serves one request at a time.
 */
public interface TextGenerator extends AutoCloseable {

  /** The id that every label and answer made by this model carries. */
  String id();

  /**
   * Continues every prompt of the request.
   *
   * @return one generation for each prompt, in the order of the prompts
   * @throws ModelException USER for a request that the model cannot serve, RESOURCE for a server
   *     that cannot be reached or a machine that ran short, DATA for an answer that breaks the
   *     protocol
   */
  default List<Generation> generate(GenerationRequest request) {
    return generate(request, GenerationListener.SILENT);
  }

  /** As {@link #generate(GenerationRequest)}, and tells the listener each piece of text at once. */
  List<Generation> generate(GenerationRequest request, GenerationListener listener);

  @Override
  void close();
}
