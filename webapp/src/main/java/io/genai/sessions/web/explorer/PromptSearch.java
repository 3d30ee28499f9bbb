package io.genai.sessions.web.explorer;

/** Finds prompts. Filters hold before the ranking: there are k hits wherever k prompts pass. */
interface PromptSearch {

  /** Loads what searches need beside other work, so that the first one need not wait for it. */
  void prepare();

  /**
   * Part of the result.
   *
   * @param offset hits to leave out
   * @param limit most hits to give
   */
  SearchResult search(SearchRequest request, int offset, int limit);

  /** Whether images were embedded, so that they can be found by {@link Likeness.Look}. */
  boolean findsByLook();
}
