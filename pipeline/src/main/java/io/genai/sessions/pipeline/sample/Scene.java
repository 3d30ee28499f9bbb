package io.genai.sessions.pipeline.sample;

/**
 * What a prompt asks to be drawn, in closed words: what {@link PromptGrammar} says and {@link
 * SceneRenderer} shows.
 *
 * @param variant which of the motif's phrases was said, from 0; a black cat differs from a ginger
 *     one
 */
public record Scene(
    Motif motif,
    int variant,
    Setting setting,
    Mood mood,
    Lighting lighting,
    ArtStyle style,
    Tint tint) {

  /** The motif and nothing else. */
  static Scene of(Motif motif, int variant) {
    return new Scene(
        motif,
        variant,
        Setting.OTHER,
        Mood.NEUTRAL,
        Lighting.UNSPECIFIED,
        ArtStyle.OTHER,
        Tint.NONE);
  }

  Scene with(Setting value) {
    return new Scene(motif, variant, value, mood, lighting, style, tint);
  }

  Scene with(Mood value) {
    return new Scene(motif, variant, setting, value, lighting, style, tint);
  }

  Scene with(Lighting value) {
    return new Scene(motif, variant, setting, mood, value, style, tint);
  }

  Scene with(ArtStyle value) {
    return new Scene(motif, variant, setting, mood, lighting, value, tint);
  }

  Scene with(Tint value) {
    return new Scene(motif, variant, setting, mood, lighting, style, value);
  }
}
