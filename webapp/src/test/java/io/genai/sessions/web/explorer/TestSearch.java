package io.genai.sessions.web.explorer;

import io.genai.sessions.web.WebServices;

/** The Explorer's search, put together by hand. */
final class TestSearch {
  private TestSearch() {}

  static PromptSearch over(WebServices services, QueryEmbedder embedder) {
    return new WarehousePromptSearch(
        services.warehouse(),
        services.figures(),
        new QueryVectors(embedder, new LookEmbedder()),
        new Shortlist());
  }
}
