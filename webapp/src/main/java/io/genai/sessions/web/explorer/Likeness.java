package io.genai.sessions.web.explorer;

/** What the prompts are ranked by. */
sealed interface Likeness {

  /** Nothing: the newest first. */
  record Newest() implements Likeness {}

  /** Nearness to something. */
  sealed interface Near extends Likeness {
    /** In which sense. */
    Space space();

    /**
     * Cosine from which a prompt counts as alike. MiniLM gives unrelated prompts about 0.1 and the
     * same idea in other words 0.5 to 0.8.
     */
    default double similar() {
      return 0.4;
    }
  }

  /** Nearness in meaning to what a person typed. */
  record Meaning(String text) implements Near {
    @Override
    public Space space() {
      return Space.TEXT;
    }
  }

  /** Nearness of the image to what a person typed. */
  record Look(String text) implements Near {
    @Override
    public Space space() {
      return Space.IMAGE;
    }

    /** CLIP puts a text and an image that shows it at 0.25 to 0.35, others below 0.2. */
    @Override
    public double similar() {
      return 0.22;
    }
  }

  /** Nearness to one prompt. */
  record ToPrompt(long promptId, Space space) implements Near {}

  /** In which sense prompts are near each other. */
  enum Space {
    /** What they say. */
    TEXT("text_embedding_mini", 384, "text"),
    /** What their images look like. */
    IMAGE("image_embedding", 512, "image");

    private final String column;
    private final int dimensions;
    private final String signs;

    Space(String column, int dimensions, String signs) {
      this.column = column;
      this.dimensions = dimensions;
      this.signs = signs;
    }

    /** The column of {@code dim_prompts} that holds the unit vectors. */
    String column() {
      return column;
    }

    int dimensions() {
      return dimensions;
    }

    /** How the columns of {@code idx_prompt_signs} with their signs begin. */
    String signs() {
      return signs;
    }
  }
}
