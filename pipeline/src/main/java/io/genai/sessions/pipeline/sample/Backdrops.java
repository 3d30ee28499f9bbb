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
      case OTHER -> nowhere(brush, scene, at);
      case UNDERWATER -> FarBackdrops.underwater(brush, at);
      case SPACE -> FarBackdrops.space(brush, scene, at);
    }
  }

  /**
   * Where no place is named: the sea for what swims, lights out of focus or a meadow for the rest.
   */
  private static void nowhere(Brush brush, Scene scene, Composition at) {
    boolean close =
        switch (scene.motif().subject()) {
          case OBJECT, FOOD, ABSTRACT -> true;
          case PERSON, ANIMAL -> scene.motif() == Motif.PORTRAIT || brush.random().nextBoolean();
          case CREATURE, LANDSCAPE, ARCHITECTURE, VEHICLE, SCENE -> false;
        };
    if (scene.motif() == Motif.WHALE || scene.motif() == Motif.KRAKEN) {
      Vehicles.sea(brush, at.horizon());
    } else if (close) {
      IndoorBackdrops.lights(brush, at);
    } else {
      WildBackdrops.meadow(brush, at);
    }
  }
}
