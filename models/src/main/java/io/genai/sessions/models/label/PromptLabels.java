package io.genai.sessions.models.label;

import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.ModelException.Code;

/**
 * What a prompt asks for. Each text is a value of its label in {@link LabelVocabulary}.
 *
 * @param subject what the image is of
 * @param artStyle the named medium
 * @param mood the dominant tone
 * @param setting where it takes place
 * @param lighting the lighting that is asked for
 * @param complexityScore how many visual instructions, from 1 (a bare subject) to 5 (a long list)
 * @param hasNsfwIntent whether nudity, sexual content or graphic gore is asked for
 */
public record PromptLabels(
    String subject,
    String artStyle,
    String mood,
    String setting,
    String lighting,
    int complexityScore,
    boolean hasNsfwIntent) {
  /** The least and the greatest complexity score. */
  public static final int MINIMUM_COMPLEXITY = 1;

  public static final int MAXIMUM_COMPLEXITY = 5;

  public PromptLabels {
    LabelVocabulary vocabulary = LabelVocabulary.standard();
    vocabulary.require("subject", subject);
    vocabulary.require("art_style", artStyle);
    vocabulary.require("mood", mood);
    vocabulary.require("setting", setting);
    vocabulary.require("lighting", lighting);
    if (complexityScore < MINIMUM_COMPLEXITY || complexityScore > MAXIMUM_COMPLEXITY) {
      throw new ModelException(
          Code.DATA,
          "complexity_score must be in %d..%d, but was: %d"
              .formatted(MINIMUM_COMPLEXITY, MAXIMUM_COMPLEXITY, complexityScore));
    }
  }
}
