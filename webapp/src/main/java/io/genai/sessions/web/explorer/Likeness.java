package io.genai.sessions.web.explorer;

/** What the prompts are ranked by. */
sealed interface Likeness {

  /** Nothing: the newest first. */
  record Newest() implements Likeness {}

  /** Nearness in meaning to what a person typed. */
  record Meaning(String text) implements Likeness {}

  /** Nearness to one prompt. */
  record ToPrompt(long promptId, Space space) implements Likeness {}

  /** In which sense prompts are near each other. */
  enum Space {
    /** What they say. */
    TEXT("text_embedding_mini", 384),
    /** What their images look like. */
    IMAGE("image_embedding", 512);

    private final String column;
    private final int dimensions;

    Space(String column, int dimensions) {
      this.column = column;
      this.dimensions = dimensions;
    }

    /** The column of {@code dim_prompts} that holds the unit vectors. */
    String column() {
      return column;
    }

    int dimensions() {
      return dimensions;
    }
  }
}
