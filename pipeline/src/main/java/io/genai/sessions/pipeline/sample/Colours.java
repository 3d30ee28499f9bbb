package io.genai.sessions.pipeline.sample;

/** Arithmetic on colours, 0xRRGGBB. */
final class Colours {
  private Colours() {}

  static int red(int rgb) {
    return rgb >> 16 & 255;
  }

  static int green(int rgb) {
    return rgb >> 8 & 255;
  }

  static int blue(int rgb) {
    return rgb & 255;
  }

  /** The colour of the channels, each cut to 0..255. */
  static int of(int red, int green, int blue) {
    return clamp(red) << 16 | clamp(green) << 8 | clamp(blue);
  }

  static int clamp(int channel) {
    return channel < 0 ? 0 : Math.min(channel, 255);
  }

  /** From a (share 0) to b (share 1). */
  static int mix(int a, int b, double share) {
    int weight = (int) (share * 256);
    return of(
        red(a) + (((red(b) - red(a)) * weight) >> 8),
        green(a) + (((green(b) - green(a)) * weight) >> 8),
        blue(a) + (((blue(b) - blue(a)) * weight) >> 8));
  }

  static int lighter(int rgb, double share) {
    return mix(rgb, 0xFFFFFF, share);
  }

  /** Towards a dark blue rather than black, as shadows are. */
  static int darker(int rgb, double share) {
    return mix(rgb, 0x080A16, share);
  }

  /** Perceived brightness, 0..255. */
  static int luminance(int rgb) {
    return (red(rgb) * 77 + green(rgb) * 151 + blue(rgb) * 28) >> 8;
  }

  /** Farther from grey (amount above 1) or closer to it (below). */
  static int saturated(int rgb, double amount) {
    int grey = luminance(rgb);
    int factor = (int) (amount * 256);
    return of(
        grey + (((red(rgb) - grey) * factor) >> 8),
        grey + (((green(rgb) - grey) * factor) >> 8),
        grey + (((blue(rgb) - grey) * factor) >> 8));
  }
}
