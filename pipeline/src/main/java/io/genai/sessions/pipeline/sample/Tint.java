package io.genai.sessions.pipeline.sample;

/** The colours that a prompt names, if any. */
public enum Tint {
  CRIMSON(0xB3202C, 0xF2B59B),
  TEAL_AND_ORANGE(0x0F6A78, 0xF59A3C),
  EMERALD(0x12704A, 0xC9E8A2),
  VIOLET(0x5B2C91, 0xF0A6E0),
  PASTEL(0x5C84C4, 0xFBC4D4),
  GOLD_AND_BLACK(0x1C1712, 0xE3B34A),
  AZURE(0x1E66C8, 0xBFE6FA),
  MONOCHROME(0x30343A, 0xE6E4DE),
  NONE(0, 0);

  private final int deep;
  private final int bright;

  Tint(int deep, int bright) {
    this.deep = deep;
    this.bright = bright;
  }

  /** The colour of its shadows, 0xRRGGBB. */
  int deep() {
    return deep;
  }

  /** The colour of its lights, 0xRRGGBB. */
  int bright() {
    return bright;
  }
}
