package io.genai.sessions.pipeline.sample;

/** The last word on colour: contrast and saturation by mood, the prompt's own colours, corners. */
final class Grade {
  private Grade() {}

  private record Look(double brightness, double contrast, double saturation, double vignette) {
    static Look of(Mood mood) {
      return switch (mood) {
        case DARK -> new Look(1.0, 1.14, 0.85, 0.55);
        case CHEERFUL -> new Look(1.06, 1.04, 1.24, 0.08);
        case MYSTERIOUS -> new Look(1.0, 1.1, 1.0, 0.42);
        case EPIC -> new Look(1.03, 1.18, 1.2, 0.36);
        case SERENE -> new Look(1.03, 1.0, 1.0, 0.08);
        case ROMANTIC -> new Look(1.05, 1.06, 1.15, 0.16);
        case MELANCHOLIC -> new Look(0.99, 1.04, 0.6, 0.28);
        case WHIMSICAL -> new Look(1.05, 1.02, 1.2, 0.12);
        case NEUTRAL -> new Look(1.02, 1.08, 1.2, 0.16);
      };
    }
  }

  static void apply(int[] pixels, int width, int height, Scene scene) {
    Look look = Look.of(scene.mood());
    int[] curve = new int[256];
    for (int i = 0; i < 256; i++) {
      double value = (i / 255.0 - 0.5) * look.contrast() + 0.5;
      curve[i] = Colours.clamp((int) Math.round(value * look.brightness() * 255));
    }
    int[] duotone = duotone(scene.tint());
    double tinting =
        switch (scene.tint()) {
          case NONE -> 0;
          case MONOCHROME -> 1;
          case PASTEL -> 0.5;
          case CRIMSON, TEAL_AND_ORANGE, EMERALD, VIOLET, GOLD_AND_BLACK, AZURE -> 0.68;
        };
    int weight = (int) (tinting * 256);
    int saturation = (int) (look.saturation() * 256);
    double farthest = (width * width + height * height) / 4.0;
    double[] across = squaresFromMiddle(width, farthest);
    double[] down = squaresFromMiddle(height, farthest);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = y * width + x;
        int rgb = pixels[at];
        int red = curve[rgb >> 16 & 255];
        int green = curve[rgb >> 8 & 255];
        int blue = curve[rgb & 255];
        int grey = (red * 77 + green * 151 + blue * 28) >> 8;
        red = grey + (((red - grey) * saturation) >> 8);
        green = grey + (((green - grey) * saturation) >> 8);
        blue = grey + (((blue - grey) * saturation) >> 8);
        int colour = Colours.of(red, green, blue);
        if (weight > 0) {
          colour = Pixels.lerp(colour, duotone[grey], weight);
        }
        double far = across[x] + down[y];
        int dim = 256 - (int) (far * far * look.vignette() * 256);
        pixels[at] =
            (((colour >> 16 & 255) * dim) >> 8) << 16
                | (((colour >> 8 & 255) * dim) >> 8) << 8
                | (((colour & 255) * dim) >> 8);
      }
    }
  }

  /** For each place: the square of its distance from the middle, as a share of the farthest. */
  private static double[] squaresFromMiddle(int length, double farthest) {
    double[] squares = new double[length];
    for (int i = 0; i < length; i++) {
      squares[i] = (i - length / 2.0) * (i - length / 2.0) / farthest;
    }
    return squares;
  }

  /** By brightness: from near black over the deep colour to the bright one. */
  private static int[] duotone(Tint tint) {
    int[] colours = new int[256];
    int black = Colours.darker(tint.deep(), 0.75);
    int white = Colours.lighter(tint.bright(), 0.55);
    for (int i = 0; i < 256; i++) {
      double t = i / 255.0;
      colours[i] =
          t < 0.36
              ? Colours.mix(black, tint.deep(), t / 0.36)
              : t < 0.78
                  ? Colours.mix(tint.deep(), tint.bright(), (t - 0.36) / 0.42)
                  : Colours.mix(tint.bright(), white, (t - 0.78) / 0.22);
    }
    return colours;
  }
}
