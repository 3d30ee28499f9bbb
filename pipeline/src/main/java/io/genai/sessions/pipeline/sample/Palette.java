package io.genai.sessions.pipeline.sample;

/**
 * The few colours that a picture is made of, 0xRRGGBB: the mood's, bent by the light and the place.
 *
 * @param skyTop the sky at its top, or what stands for it
 * @param skyLow the sky at the horizon
 * @param land the ground and what grows there
 * @param accent the one colour that stands out
 * @param light what falls on things
 */
record Palette(int skyTop, int skyLow, int land, int accent, int light) {

  static Palette of(Scene scene) {
    return ofPlace(scene.setting(), ofLight(scene.lighting(), ofMood(scene.mood())));
  }

  private static Palette ofMood(Mood mood) {
    return switch (mood) {
      case DARK -> new Palette(0x141824, 0x7A4A4E, 0x23242C, 0xC8392A, 0xE0A78C);
      case CHEERFUL -> new Palette(0x2E9BEA, 0xFFE9B5, 0x63BF55, 0xFF7043, 0xFFF6D8);
      case MYSTERIOUS -> new Palette(0x14253D, 0x6E9C9E, 0x1F3D40, 0x8FE3CB, 0xC9F2E6);
      case EPIC -> new Palette(0x24346A, 0xF6A653, 0x43334A, 0xFFD166, 0xFFE0A8);
      case SERENE -> new Palette(0x7FB9D6, 0xFBEEDB, 0x7DA68E, 0xF4A98E, 0xFFF7EA);
      case ROMANTIC -> new Palette(0x7B5AA6, 0xFFC4BE, 0x87506F, 0xFF5C86, 0xFFE1DC);
      case MELANCHOLIC -> new Palette(0x4F6076, 0xB4BFC6, 0x47545E, 0x8CAAC6, 0xDCE6EC);
      case WHIMSICAL -> new Palette(0x5F55CF, 0xFFB9E2, 0x45B3A3, 0xFFD94F, 0xFFF0F8);
      case NEUTRAL -> new Palette(0x5C9ACB, 0xE9EAE0, 0x6F8A5C, 0xDE7B37, 0xFFFAEE);
    };
  }

  private static Palette ofLight(Lighting lighting, Palette mood) {
    return switch (lighting) {
      case CINEMATIC -> mood.lit(0x10404F, 0xF0A45C, 0.5, 0xFFC486);
      case NATURAL -> mood.lit(0x4C9CDD, 0xE4F1F6, 0.45, 0xFFF6DE);
      case DRAMATIC -> mood.lit(0x0B0C12, 0xA9502F, 0.62, 0xFFB36B);
      case NEON -> mood.lit(0x120A30, 0x8A1FA8, 0.8, 0xFF48C0);
      case GOLDEN_HOUR -> mood.lit(0x5C6FAE, 0xFFBE5E, 0.72, 0xFFCB6E);
      case SOFT -> mood.lit(0xA9C0D6, 0xF8E6D2, 0.5, 0xFFF3E2);
      case VOLUMETRIC -> mood.lit(0x2C4B55, 0xFFEFC0, 0.45, 0xFFF0C4);
      case MOONLIGHT -> mood.lit(0x08112C, 0x46699F, 0.84, 0xCFE2FF);
      case STUDIO -> mood.lit(0x4A4E57, 0xD3D6DA, 0.45, 0xFFFFFF);
      case UNSPECIFIED -> mood;
    };
  }

  private static Palette ofPlace(Setting setting, Palette lit) {
    return switch (setting) {
      case CITY -> lit.placed(0x3A4A78, 0xF0B9A0, 0.28, 0x3B4560, 0.7);
      case FOREST -> lit.placed(0x2B6A44, 0xDDF0A8, 0.38, 0x2A6A34, 0.78);
      case SPACE -> lit.placed(0x04050E, 0x2B1C55, 0.8, 0x57536B, 0.6);
      case INTERIOR -> lit.placed(0x6B3F2C, 0xD9A468, 0.66, 0x7A4A2A, 0.85);
      case UNDERWATER -> lit.placed(0x36B4C4, 0x04324F, 0.75, 0x1B5560, 0.7);
      case MOUNTAINS -> lit.placed(0x4F86C4, 0xF3E9E4, 0.2, 0x4A6F9A, 0.65);
      case DESERT -> lit.placed(0x5FA6D6, 0xFFDDA6, 0.3, 0xE39A4C, 0.88);
      case CASTLE -> lit.placed(0x58618E, 0xF1CFB4, 0.2, 0x5C6A52, 0.55);
      case STUDIO -> lit.placed(0x6A6E77, 0xD8D9DB, 0.35, 0x9A9CA2, 0.6);
      case OTHER -> lit;
    };
  }

  private Palette lit(int top, int low, double share, int colour) {
    int dim = Colours.mix(land, Colours.mix(top, low, 0.35), share * 0.6);
    return new Palette(
        Colours.mix(skyTop, top, share), Colours.mix(skyLow, low, share), dim, accent, colour);
  }

  private Palette placed(int top, int low, double share, int ground, double groundShare) {
    // The ground keeps the brightness that mood and light gave it.
    int dimmed = Colours.mix(ground, Colours.mix(skyTop, land, 0.5), 0.35);
    return new Palette(
        Colours.mix(skyTop, top, share),
        Colours.mix(skyLow, low, share),
        Colours.mix(land, dimmed, groundShare),
        accent,
        light);
  }

  /** How bright the picture's surroundings are, 0..1. */
  double brightness() {
    return (Colours.luminance(skyTop) + Colours.luminance(skyLow)) / 510.0;
  }

  /** A thing's own colour as it looks in this light. */
  int seen(int own) {
    int surroundings = Colours.mix(skyTop, skyLow, 0.5);
    int tinted = Colours.mix(own, surroundings, 0.1);
    return Colours.mix(
        tinted, Colours.mix(0x080A16, tinted, 0.62), Math.max(0, 0.85 - brightness()));
  }

  /** A colour at a distance: 0 here, 1 lost in the air. */
  int hazy(int own, double distance) {
    return Colours.mix(own, Colours.mix(skyLow, skyTop, 0.25), distance);
  }
}
