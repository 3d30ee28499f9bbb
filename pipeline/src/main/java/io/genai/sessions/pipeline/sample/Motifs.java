package io.genai.sessions.pipeline.sample;

/** Paints the subject: where it stands, how large, and by whom it is drawn. */
final class Motifs {
  private Motifs() {}

  /** Draws one motif in a box of 100 by 100 units. */
  @FunctionalInterface
  private interface Figure {
    void draw(Brush brush);
  }

  /** Whether the motif is of the land itself, or many things, and fills the picture. */
  static boolean fillsPicture(Motif motif) {
    return switch (motif.subject()) {
      case LANDSCAPE, SCENE, ABSTRACT -> true;
      case PERSON, ANIMAL, CREATURE, ARCHITECTURE, OBJECT, VEHICLE, FOOD -> false;
    };
  }

  /** Whether it floats or flies, so that it throws no shadow on the ground. */
  private static boolean floats(Motif motif) {
    return switch (motif) {
      case WHALE, DRAGON, KRAKEN, SPACESHIP, BALLOON, OWL, PORTRAIT, SAILING_SHIP, LIGHTHOUSE ->
          true;
      default -> false;
    };
  }

  static void paint(Brush brush, Scene scene, Composition at) {
    int variant = scene.variant();
    switch (scene.motif()) {
      case PORTRAIT -> stand(brush, at, at.height() + 2, 88, 0, b -> People.portrait(b, variant));
      case WANDERER ->
          stand(brush, at, at.height() * 0.93, 52, 4, b -> People.wanderer(b, variant));
      case KNIGHT -> stand(brush, at, at.height() * 0.95, 62, 4, b -> People.knight(b, variant));
      case ASTRONAUT ->
          stand(brush, at, at.height() * 0.93, 60, 4, b -> People.astronaut(b, variant));
      case CAT -> stand(brush, at, at.height() * 0.95, 66, 3, b -> Animals.cat(b, variant));
      case WOLF -> stand(brush, at, at.height() * 0.92, 60, 3, b -> Animals.wolf(b, variant));
      case OWL -> stand(brush, at, at.height() * 0.88, 68, 2, b -> Animals.owl(b, variant));
      case STAG -> stand(brush, at, at.height() * 0.92, 64, 4, b -> Animals.stag(b, variant));
      case WHALE -> stand(brush, at, at.height() * 0.8, 78, 4, b -> Animals.whale(b, variant));
      case DRAGON -> stand(brush, at, at.height() * 0.86, 74, 4, b -> Creatures.dragon(b, variant));
      case ROBOT ->
          stand(
              brush,
              at,
              at.height() * 0.94,
              variant == 2 ? 76 : 58,
              4,
              b -> Creatures.robot(b, variant));
      case KRAKEN -> stand(brush, at, at.height() * 0.9, 80, 2, b -> Creatures.kraken(b, variant));
      case CATHEDRAL ->
          stand(brush, at, at.height() * 0.86, 68, 5, b -> Buildings.cathedral(b, variant));
      case PAGODA -> stand(brush, at, at.height() * 0.87, 68, 5, b -> Buildings.pagoda(b, variant));
      case SKYSCRAPER ->
          stand(brush, at, at.height() * 0.86, 72, 5, b -> Buildings.skyscraper(b, variant));
      case LIGHTHOUSE -> {
        Vehicles.sea(brush, at.horizon());
        boolean lit = variant == 3 || brush.palette().brightness() < 0.5;
        stand(brush, at, at.height() * 0.9, 68, 8, b -> Buildings.lighthouse(b, variant, lit));
      }
      case CRYSTAL -> stand(brush, at, at.height() * 0.9, 58, 2, b -> Things.crystal(b, variant));
      case LANTERN -> stand(brush, at, at.height() * 0.9, 54, 2, b -> Things.lantern(b, variant));
      case SWORD -> stand(brush, at, at.height() * 0.93, 76, 2, b -> Things.sword(b, variant));
      case POTION -> stand(brush, at, at.height() * 0.9, 56, 2, b -> Things.potion(b, variant));
      case CAR -> stand(brush, at, at.height() * 0.9, 66, 3, b -> Vehicles.car(b, variant));
      case SPACESHIP ->
          stand(brush, at, at.height() * 0.76, 64, 4, b -> Vehicles.spaceship(b, variant));
      case SAILING_SHIP -> {
        if (scene.setting() != Setting.SPACE) {
          Vehicles.sea(brush, at.horizon());
        }
        stand(brush, at, at.height() * 0.84, 64, 4, b -> Vehicles.sailingShip(b, variant));
      }
      case BALLOON ->
          stand(brush, at, at.height() * 0.74, 58, 7, b -> Vehicles.balloon(b, variant));
      case CAKE -> stand(brush, at, at.height() * 0.92, 66, 2, b -> Dishes.cake(b, variant));
      case RAMEN -> stand(brush, at, at.height() * 0.92, 68, 2, b -> Dishes.ramen(b, variant));
      case BURGER -> stand(brush, at, at.height() * 0.92, 62, 2, b -> Dishes.burger(b, variant));
      case FRUIT -> stand(brush, at, at.height() * 0.92, 66, 2, b -> Dishes.fruit(b, variant));
      case VALLEY -> Landscapes.valley(brush, at);
      case WATERFALL -> Landscapes.waterfall(brush, at);
      case FLOATING_ISLAND -> Landscapes.floatingIsland(brush, at, variant);
      case LAKE -> Landscapes.lake(brush, at, variant);
      case MARKET -> Crowds.market(brush, at, variant);
      case BATTLE -> Crowds.battle(brush, at);
      case FESTIVAL -> Crowds.festival(brush, at, variant);
      case RIBBONS -> Abstracts.ribbons(brush, at);
      case MANDALA -> Abstracts.mandala(brush, at);
      case SHARDS -> Abstracts.shards(brush, at);
      case ORBS -> Abstracts.orbs(brush, at);
    }
  }

  /**
   * @param foot the height at which it stands
   * @param size of its box, in units; varied a little
   * @param sway how far it may be from the focus
   */
  private static void stand(
      Brush brush, Composition at, double foot, double size, double sway, Figure figure) {
    double varied = size * brush.between(0.94, 1.06);
    double x = at.focusX() + brush.between(-sway, sway);
    boolean mirrored = brush.random().nextBoolean();
    try (Brush box = brush.standing(x, foot, varied, mirrored)) {
      figure.draw(box);
    }
  }

  /** The shadow that a standing thing throws, away from the light. */
  static void shadow(Brush brush, Motif motif, Composition at) {
    if (fillsPicture(motif) || floats(motif)) {
      return;
    }
    double away = at.litFromLeft() ? 7 : -7;
    for (int i = 0; i < 4; i++) {
      double grow = 1 - i * 0.2;
      brush.fill(
          Shapes.ellipse(at.focusX() + away * grow, at.height() * 0.925, 27 * grow, 4.2 * grow),
          0x06070C,
          0.13);
    }
  }
}
