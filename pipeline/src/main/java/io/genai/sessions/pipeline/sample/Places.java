package io.genai.sessions.pipeline.sample;

import static io.genai.sessions.pipeline.sample.Setting.CASTLE;
import static io.genai.sessions.pipeline.sample.Setting.CITY;
import static io.genai.sessions.pipeline.sample.Setting.DESERT;
import static io.genai.sessions.pipeline.sample.Setting.FOREST;
import static io.genai.sessions.pipeline.sample.Setting.INTERIOR;
import static io.genai.sessions.pipeline.sample.Setting.MOUNTAINS;
import static io.genai.sessions.pipeline.sample.Setting.OTHER;
import static io.genai.sessions.pipeline.sample.Setting.SPACE;
import static io.genai.sessions.pipeline.sample.Setting.STUDIO;
import static io.genai.sessions.pipeline.sample.Setting.UNDERWATER;

import java.util.List;

/** Where people put a motif. */
final class Places {
  private Places() {}

  /** The settings to draw from; one that is listed twice is twice as likely. */
  static List<Setting> of(Motif motif) {
    return switch (motif) {
      case PORTRAIT ->
          List.of(
              CITY,
              FOREST,
              SPACE,
              INTERIOR,
              INTERIOR,
              UNDERWATER,
              MOUNTAINS,
              DESERT,
              CASTLE,
              STUDIO,
              STUDIO,
              OTHER);
      case ASTRONAUT -> List.of(SPACE, SPACE, DESERT, FOREST, UNDERWATER, CITY, MOUNTAINS, STUDIO);
      case WANDERER, KNIGHT, WOLF, STAG ->
          List.of(FOREST, FOREST, MOUNTAINS, DESERT, CASTLE, CASTLE, CITY, OTHER);
      case CAT -> List.of(INTERIOR, INTERIOR, CITY, FOREST, STUDIO, SPACE, CASTLE, OTHER);
      case OWL -> List.of(FOREST, FOREST, MOUNTAINS, CASTLE, CITY, STUDIO, OTHER);
      case WHALE -> List.of(UNDERWATER, UNDERWATER, SPACE, CITY, OTHER);
      case DRAGON -> List.of(MOUNTAINS, CASTLE, CASTLE, CITY, DESERT, FOREST, SPACE, OTHER);
      case ROBOT -> List.of(CITY, CITY, DESERT, FOREST, INTERIOR, STUDIO, SPACE, OTHER);
      case KRAKEN -> List.of(UNDERWATER, UNDERWATER, SPACE, CITY, OTHER);
      case VALLEY, WATERFALL, LAKE -> List.of(MOUNTAINS, MOUNTAINS, FOREST, FOREST, DESERT, OTHER);
      case FLOATING_ISLAND -> List.of(MOUNTAINS, SPACE, OTHER, OTHER, DESERT);
      case CATHEDRAL -> List.of(CITY, FOREST, MOUNTAINS, DESERT, UNDERWATER, OTHER);
      case PAGODA -> List.of(FOREST, MOUNTAINS, MOUNTAINS, CITY, OTHER);
      case SKYSCRAPER -> List.of(CITY, CITY, DESERT, SPACE, FOREST, OTHER);
      case LIGHTHOUSE -> List.of(MOUNTAINS, SPACE, OTHER, OTHER, DESERT);
      case CRYSTAL, SWORD ->
          List.of(FOREST, MOUNTAINS, DESERT, SPACE, STUDIO, UNDERWATER, CASTLE, OTHER);
      case LANTERN, POTION -> List.of(INTERIOR, INTERIOR, FOREST, STUDIO, STUDIO, CASTLE, OTHER);
      case CAR -> List.of(CITY, CITY, DESERT, MOUNTAINS, FOREST, STUDIO, OTHER);
      case SPACESHIP -> List.of(SPACE, SPACE, CITY, DESERT, MOUNTAINS, OTHER);
      case SAILING_SHIP -> List.of(OTHER, OTHER, SPACE, MOUNTAINS, CASTLE);
      case BALLOON -> List.of(MOUNTAINS, MOUNTAINS, DESERT, CITY, CASTLE, OTHER);
      case CAKE, RAMEN, BURGER, FRUIT ->
          List.of(INTERIOR, INTERIOR, STUDIO, STUDIO, CITY, FOREST, OTHER);
      case MARKET -> List.of(CITY, CITY, DESERT, CASTLE, OTHER);
      case BATTLE -> List.of(MOUNTAINS, DESERT, CASTLE, CASTLE, FOREST, OTHER);
      case FESTIVAL -> List.of(CITY, CITY, FOREST, MOUNTAINS, CASTLE, OTHER);
      case RIBBONS, MANDALA, SHARDS, ORBS ->
          List.of(STUDIO, SPACE, UNDERWATER, OTHER, OTHER, OTHER);
    };
  }
}
