package io.genai.sessions.pipeline.sample;

/** Paints the place: everything between the sky and the subject. */
final class Backdrops {
  private Backdrops() {}

  static void paint(Brush brush, Scene scene, Composition at) {
    switch (scene.setting()) {
      case CITY -> UrbanBackdrops.city(brush, scene, at);
      case CASTLE -> UrbanBackdrops.castle(brush, at);
      case INTERIOR -> IndoorBackdrops.room(brush, scene, at);
      case STUDIO -> IndoorBackdrops.studio(brush, at);
      case FOREST -> WildBackdrops.forest(brush, at);
      case MOUNTAINS -> WildBackdrops.mountains(brush, at);
      case DESERT -> WildBackdrops.desert(brush, at);
      case OTHER -> WildBackdrops.meadow(brush, at);
      case UNDERWATER -> FarBackdrops.underwater(brush, at);
      case SPACE -> FarBackdrops.space(brush, scene, at);
    }
  }
}
