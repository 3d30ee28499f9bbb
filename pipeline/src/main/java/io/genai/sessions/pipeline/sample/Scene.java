package io.genai.sessions.pipeline.sample;

/**
 * What a prompt asks to be drawn, in closed words: what {@link PromptGrammar} says and {@link
 * SceneRenderer} shows.
 */
public record Scene(
    Motif motif, Setting setting, Mood mood, Lighting lighting, ArtStyle style, Tint tint) {

  /** The motif and nothing else. */
  static Scene of(Motif motif) {
    return new Scene(
        motif, Setting.OTHER, Mood.NEUTRAL, Lighting.UNSPECIFIED, ArtStyle.OTHER, Tint.NONE);
  }

  Scene with(Setting value) {
    return new Scene(motif, value, mood, lighting, style, tint);
  }

  Scene with(Mood value) {
    return new Scene(motif, setting, value, lighting, style, tint);
  }

  Scene with(Lighting value) {
    return new Scene(motif, setting, mood, value, style, tint);
  }

  Scene with(ArtStyle value) {
    return new Scene(motif, setting, mood, lighting, value, tint);
  }

  Scene with(Tint value) {
    return new Scene(motif, setting, mood, lighting, style, value);
  }
}
