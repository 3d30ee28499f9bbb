package io.genai.sessions.pipeline.sample;

import java.util.random.RandomGenerator;

/**
 * Where the picture's parts are, in {@link Brush} units.
 *
 * @param lightX where the light comes from
 * @param lightY where the light comes from; below the horizon never
 * @param focusX where the subject stands
 */
record Composition(
    double width, double height, double horizon, double lightX, double lightY, double focusX) {

  static Composition of(Scene scene, double width, double height, RandomGenerator random) {
    double horizon = height * (0.6 + random.nextDouble() * 0.1);
    boolean left = random.nextBoolean();
    double aside = width * (0.16 + random.nextDouble() * 0.14);
    double lightX = left ? aside : width - aside;
    double lightY =
        switch (scene.lighting()) {
          case GOLDEN_HOUR -> horizon - 8 - random.nextDouble() * 8;
          case MOONLIGHT, NATURAL, VOLUMETRIC -> height * (0.12 + random.nextDouble() * 0.12);
          case CINEMATIC, DRAMATIC, NEON, SOFT, STUDIO, UNSPECIFIED ->
              height * (0.2 + random.nextDouble() * 0.2);
        };
    double focusX = width * (left ? 0.53 : 0.47);
    return new Composition(width, height, horizon, lightX, lightY, focusX);
  }

  /** Whether the light comes from the left. */
  boolean litFromLeft() {
    return lightX < width / 2;
  }
}
