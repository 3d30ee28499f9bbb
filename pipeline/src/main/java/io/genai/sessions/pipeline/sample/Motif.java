package io.genai.sessions.pipeline.sample;

/** The one thing that a scene is about, fine enough to be drawn. */
public enum Motif {
  PORTRAIT(Subject.PERSON),
  WANDERER(Subject.PERSON),
  KNIGHT(Subject.PERSON),
  ASTRONAUT(Subject.PERSON),
  CAT(Subject.ANIMAL),
  WOLF(Subject.ANIMAL),
  OWL(Subject.ANIMAL),
  STAG(Subject.ANIMAL),
  WHALE(Subject.ANIMAL),
  DRAGON(Subject.CREATURE),
  ROBOT(Subject.CREATURE),
  KRAKEN(Subject.CREATURE),
  VALLEY(Subject.LANDSCAPE),
  WATERFALL(Subject.LANDSCAPE),
  FLOATING_ISLAND(Subject.LANDSCAPE),
  LAKE(Subject.LANDSCAPE),
  CATHEDRAL(Subject.ARCHITECTURE),
  PAGODA(Subject.ARCHITECTURE),
  SKYSCRAPER(Subject.ARCHITECTURE),
  LIGHTHOUSE(Subject.ARCHITECTURE),
  CRYSTAL(Subject.OBJECT),
  LANTERN(Subject.OBJECT),
  SWORD(Subject.OBJECT),
  POTION(Subject.OBJECT),
  CAR(Subject.VEHICLE),
  SPACESHIP(Subject.VEHICLE),
  SAILING_SHIP(Subject.VEHICLE),
  BALLOON(Subject.VEHICLE),
  CAKE(Subject.FOOD),
  RAMEN(Subject.FOOD),
  BURGER(Subject.FOOD),
  FRUIT(Subject.FOOD),
  MARKET(Subject.SCENE),
  BATTLE(Subject.SCENE),
  FESTIVAL(Subject.SCENE),
  RIBBONS(Subject.ABSTRACT),
  MANDALA(Subject.ABSTRACT),
  SHARDS(Subject.ABSTRACT),
  ORBS(Subject.ABSTRACT);

  private final Subject subject;

  Motif(Subject subject) {
    this.subject = subject;
  }

  /** The label that a picture of this motif has. */
  public Subject subject() {
    return subject;
  }
}
