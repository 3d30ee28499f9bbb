package io.genai.sessions.pipeline.sample;

import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Prompts with the pictures that show what they say, for training and for looking at. */
public final class SampleImages {
  private SampleImages() {}

  /**
   * A prompt and its picture.
   *
   * @param image RGB ({@link BufferedImage#TYPE_INT_RGB})
   */
  public record SampleImage(SamplePrompt prompt, BufferedImage image) {}

  /**
   * An endless, ordered stream of pairs, each rendered when it is asked for. The same seed and size
   * give the same pairs.
   *
   * @param width of every picture, pixels, at least 32
   * @param height of every picture, pixels, at least 32
   */
  public static Stream<SampleImage> stream(long seed, int width, int height) {
    PromptGrammar grammar = PromptGrammar.seeded(seed);
    RandomGenerator seeds = Draws.seeded(seed, 2);
    return Stream.generate(
        () -> {
          SamplePrompt prompt = grammar.next();
          return new SampleImage(
              prompt, SceneRenderer.render(prompt.scene(), seeds.nextLong(), width, height));
        });
  }
}
