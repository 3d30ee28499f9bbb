package io.genai.sessions.pipeline;

import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.clip.ClipModel;
import io.genai.sessions.models.label.LabelVocabulary;
import io.genai.sessions.models.label.PromptLabeler;
import io.genai.sessions.models.label.PromptLabels;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Models that answer at once and count what they are asked, in this JVM. */
final class FakeModels {
  static final AtomicInteger TEXTS_LABELLED = new AtomicInteger();
  static final AtomicInteger TEXTS_ENCODED = new AtomicInteger();
  static final AtomicInteger IMAGES_ENCODED = new AtomicInteger();

  private FakeModels() {}

  /** No text embedder; a labeller that calls everything the same; a CLIP that sees sizes. */
  static RunModels all() {
    return new RunModels(
        ModelChoice.none("text-embedder", "--textEmbedder=none"),
        ModelChoice.embedded("labeler", "same-labels", 0, SameLabels::new),
        ModelChoice.embedded("clip", "sizes", 512, Sizes::new));
  }

  /** The same with a labeller that fails on every prompt, and a CLIP that cannot be opened. */
  static RunModels failing() {
    return new RunModels(
        ModelChoice.none("text-embedder", "--textEmbedder=none"),
        ModelChoice.embedded("labeler", "broken-labels", 0, BrokenLabels::new),
        ModelChoice.embedded("clip", "broken-clip", 512, FakeModels::unopened));
  }

  private static ClipModel unopened() {
    throw new ModelException(ModelException.Code.DATA, "these weights are no CLIP model");
  }

  private static class SameLabels implements PromptLabeler {
    @Override
    public String id() {
      return "same-labels";
    }

    @Override
    public List<PromptLabels> label(List<String> prompts) {
      TEXTS_LABELLED.addAndGet(prompts.size());
      LabelVocabulary vocabulary = LabelVocabulary.standard();
      PromptLabels labels =
          new PromptLabels(
              vocabulary.of("subject").get(0),
              vocabulary.of("art_style").get(0),
              vocabulary.of("mood").get(0),
              vocabulary.of("setting").get(0),
              vocabulary.of("lighting").get(0),
              2,
              false);
      return prompts.stream().map(prompt -> labels).toList();
    }

    @Override
    public void close() {}
  }

  private static final class BrokenLabels extends SameLabels {
    @Override
    public List<PromptLabels> label(List<String> prompts) {
      throw new IllegalStateException("the labeller broke down");
    }
  }

  /** An image's vector tells its width, a text's its length. */
  private static final class Sizes implements ClipModel {
    @Override
    public String id() {
      return "sizes";
    }

    @Override
    public int dimensions() {
      return 512;
    }

    @Override
    public List<float[]> embedImages(List<BufferedImage> images) {
      IMAGES_ENCODED.addAndGet(images.size());
      return images.stream().map(image -> unit(image.getWidth())).toList();
    }

    @Override
    public List<float[]> embedTexts(List<String> texts) {
      TEXTS_ENCODED.addAndGet(texts.size());
      return texts.stream().map(text -> unit(text.length())).toList();
    }

    private static float[] unit(int position) {
      float[] vector = new float[512];
      vector[position % vector.length] = 1;
      return vector;
    }

    @Override
    public void close() {}
  }
}
