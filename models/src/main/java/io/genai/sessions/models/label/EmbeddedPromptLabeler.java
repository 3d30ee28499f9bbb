package io.genai.sessions.models.label;

import io.genai.sessions.models.MiniLmEmbedder;
import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.ModelException.Code;
import io.genai.sessions.models.TextEmbedder;
import java.util.ArrayList;
import java.util.List;

/**
 * Labels prompts without any download: cue phrases, and MiniLM's similarity to prototype sentences
 * where cues are missing. Knows what {@code labels.yaml} says and nothing more; deterministic.
 */
public final class EmbeddedPromptLabeler implements PromptLabeler {
  /** Stands beside every label that this labeller makes. */
  public static final String ID = "embedded-labels-v3";

  private final TextEmbedder embedder;
  private final SubjectRule subject;
  private final ComplexityScale complexity;
  private final NsfwRule nsfw;
  private final AbsurdityRule absurdity;
  private final Prototypes subjectPrototypes;
  private final CuedLabel artStyle;
  private final CuedLabel mood;
  private final CuedLabel setting;
  private final CuedLabel lighting;

  private record CuedLabel(EvidenceRule rule, Prototypes prototypes) {
    static CuedLabel of(LabelDefinitions definitions, String name, TextEmbedder embedder) {
      LabelDefinition label = definitions.label(name);
      return new CuedLabel(
          new EvidenceRule(label, definitions.grammar()), new Prototypes(label, embedder));
    }

    String decide(PromptText text, float[] vector) {
      return rule.decide(text, prototypes.similarities(vector));
    }
  }

  private EmbeddedPromptLabeler(TextEmbedder embedder) {
    LabelDefinitions definitions = LabelDefinitions.standard();
    this.embedder = embedder;
    this.subject = new SubjectRule(definitions.label("subject"), definitions.grammar());
    this.subjectPrototypes = new Prototypes(definitions.label("subject"), embedder);
    this.artStyle = CuedLabel.of(definitions, "art_style", embedder);
    this.mood = CuedLabel.of(definitions, "mood", embedder);
    this.setting = CuedLabel.of(definitions, "setting", embedder);
    this.lighting = CuedLabel.of(definitions, "lighting", embedder);
    this.complexity =
        new ComplexityScale(
            definitions.complexityWeights(),
            definitions.complexityThresholds(),
            definitions.grammar());
    this.nsfw = new NsfwRule(definitions.nsfw(), definitions.grammar());
    this.absurdity = new AbsurdityRule(definitions.grammar());
  }

  /** Opens the labeller on the embedded MiniLM, which it shares with its other users. */
  public static EmbeddedPromptLabeler open() {
    TextEmbedder embedder = MiniLmEmbedder.shared();
    try {
      return new EmbeddedPromptLabeler(embedder);
    } catch (RuntimeException e) {
      embedder.close();
      throw e;
    }
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<PromptLabels> label(List<String> prompts) {
    return label(prompts, embedder.embed(prompts));
  }

  /**
   * Labels prompts whose embeddings are known, which saves nearly all of the work.
   *
   * @param vectors each prompt's vector as {@link MiniLmEmbedder} makes it: 384 values, L2 norm 1
   * @return the labels of each prompt, in their order
   * @throws ModelException USER if there is not exactly one vector of that length for each prompt
   */
  public List<PromptLabels> label(List<String> prompts, List<float[]> vectors) {
    if (prompts.size() != vectors.size()) {
      throw new ModelException(
          Code.USER,
          "Each prompt needs its vector, but there were %d prompts and %d vectors"
              .formatted(prompts.size(), vectors.size()));
    }
    List<PromptLabels> labels = new ArrayList<>();
    for (int i = 0; i < prompts.size(); i++) {
      labels.add(label(prompts.get(i), vectors.get(i)));
    }
    return List.copyOf(labels);
  }

  private PromptLabels label(String prompt, float[] vector) {
    if (vector.length != embedder.dimensions()) {
      throw new ModelException(
          Code.USER,
          "A vector must have %d values, but had: %d"
              .formatted(embedder.dimensions(), vector.length));
    }
    PromptText text = PromptText.of(prompt);
    String of = subject.decide(text, subjectPrototypes.similarities(vector));
    String tone = mood.decide(text, vector);
    return new PromptLabels(
        of,
        artStyle.decide(text, vector),
        tone.equals(mood.rule().otherwise()) && absurdity.isAbsurd(of, text) ? "whimsical" : tone,
        setting.decide(text, vector),
        lighting.decide(text, vector),
        complexity.score(text),
        nsfw.decide(text));
  }

  @Override
  public void close() {
    embedder.close();
  }
}
