package io.genai.sessions.pipeline.sample;

/** The medium that a prompt names: the label {@code art_style}. */
public enum ArtStyle {
  PHOTOREALISTIC("photorealistic"),
  ANIME("anime"),
  OIL_PAINTING("oil painting"),
  WATERCOLOR("watercolor"),
  DIGITAL_PAINTING("digital painting"),
  CONCEPT_ART("concept art"),
  RENDER_3D("3d render"),
  PIXEL_ART("pixel art"),
  SKETCH("sketch"),
  COMIC("comic"),
  OTHER("other");

  private final String label;

  ArtStyle(String label) {
    this.label = label;
  }

  /** The value of the label {@code art_style}. */
  public String label() {
    return label;
  }
}
