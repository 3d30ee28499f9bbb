package io.genai.sessions.pipeline.sample;

import java.util.List;

/** What people call each motif; the first of a list is the plainest, the order is its variant. */
final class Nouns {
  private Nouns() {}

  /** Noun phrases with their article. */
  static List<String> of(Motif motif) {
    return switch (motif) {
      case PORTRAIT ->
          List.of(
              "portrait of a woman",
              "a woman with long flowing hair",
              "portrait of an elf princess",
              "a beautiful queen with a golden crown",
              "close up portrait of a woman with red hair");
      case WANDERER ->
          List.of(
              "a hooded wanderer",
              "a cloaked wizard holding a staff",
              "a lonely traveler in a long coat",
              "an old sorcerer with a glowing staff",
              "a mysterious figure in a hood");
      case KNIGHT ->
          List.of(
              "a knight",
              "a medieval knight in full plate armor",
              "a female paladin with sword and shield",
              "an armored warrior with a red plume",
              "a templar knight holding his sword");
      case ASTRONAUT ->
          List.of(
              "an astronaut",
              "an astronaut in a white space suit",
              "a lost cosmonaut with a reflective visor",
              "a space explorer in a retro suit");
      case CAT ->
          List.of(
              "a cat",
              "a cute fluffy cat",
              "a black cat with yellow eyes",
              "a fat ginger cat sitting",
              "a small kitten looking at the viewer");
      case WOLF ->
          List.of(
              "a wolf",
              "a lone wolf howling",
              "a giant grey wolf",
              "a white wolf with blue eyes",
              "a dire wolf howling at the sky");
      case OWL ->
          List.of(
              "an owl",
              "a wise old owl on a branch",
              "a great horned owl",
              "a snowy owl with huge eyes",
              "a tiny owl perched on a branch");
      case STAG ->
          List.of(
              "a deer",
              "a majestic stag with huge antlers",
              "a forest spirit deer with branching antlers",
              "a white stag standing still");
      case WHALE ->
          List.of(
              "a whale",
              "a giant blue whale",
              "a humpback whale drifting by",
              "a colossal whale with glowing spots");
      case DRAGON ->
          List.of(
              "a dragon",
              "a huge red dragon with spread wings",
              "an ancient dragon breathing fire",
              "a winged dragon",
              "a black scaled dragon flying");
      case ROBOT ->
          List.of(
              "a robot",
              "a rusty old robot",
              "a giant mech robot with glowing eyes",
              "a small friendly robot",
              "a humanoid robot with exposed wires");
      case KRAKEN ->
          List.of(
              "a kraken",
              "a tentacled monster with many eyes",
              "an eldritch horror with tentacles",
              "a giant octopus creature",
              "a lovecraftian creature rising");
      case VALLEY ->
          List.of(
              "a green valley",
              "a landscape with a winding river",
              "a wide valley with a river and rolling hills",
              "rolling hills and a small river");
      case WATERFALL ->
          List.of(
              "a waterfall",
              "a huge waterfall falling from a cliff",
              "a landscape with tall waterfalls",
              "a hidden waterfall and a pool");
      case FLOATING_ISLAND ->
          List.of(
              "a floating island",
              "floating islands in the sky",
              "a floating island with a single tree",
              "a surreal landscape of floating rocks");
      case LAKE ->
          List.of(
              "a lake",
              "a still lake reflecting the sky",
              "a landscape with a calm lake and pine trees",
              "a lake shore with a wooden pier");
      case CATHEDRAL ->
          List.of(
              "a cathedral",
              "a gothic cathedral with tall spires",
              "an abandoned gothic church",
              "a huge cathedral with rose window");
      case PAGODA ->
          List.of(
              "a pagoda",
              "a japanese temple with curved roofs",
              "a five story pagoda with red roofs",
              "an ancient wooden pagoda");
      case SKYSCRAPER ->
          List.of(
              "a skyscraper",
              "a futuristic glass tower",
              "a towering art deco skyscraper",
              "a brutalist megastructure tower");
      case LIGHTHOUSE ->
          List.of(
              "a lighthouse",
              "an old lighthouse on a cliff",
              "a red and white striped lighthouse",
              "a lonely lighthouse with a bright beam");
      case CRYSTAL ->
          List.of(
              "a crystal",
              "a cluster of glowing crystals",
              "a magic crystal",
              "a giant gemstone with sharp facets");
      case LANTERN ->
          List.of(
              "a lantern",
              "an old brass lantern with a flame",
              "a glowing paper lantern",
              "an antique lantern");
      case SWORD ->
          List.of(
              "a sword",
              "a legendary sword stuck in a stone",
              "an ornate magic sword with runes",
              "an ancient sword in the ground");
      case POTION ->
          List.of(
              "a potion bottle",
              "a glass potion bottle with glowing liquid",
              "a round bottom flask full of magic liquid",
              "an alchemist's potion with cork");
      case CAR ->
          List.of(
              "a car",
              "a vintage sports car",
              "a futuristic sports car with glowing lights",
              "a classic muscle car",
              "a retro 8 0 s car");
      case SPACESHIP ->
          List.of(
              "a spaceship",
              "a huge spaceship with blue engines",
              "a sleek starfighter",
              "a massive starship hovering");
      case SAILING_SHIP ->
          List.of(
              "a sailing ship",
              "a pirate ship with torn sails",
              "an old galleon with full sails",
              "a ghost ship");
      case BALLOON ->
          List.of(
              "a hot air balloon",
              "a colorful hot air balloon",
              "a striped hot air balloon with a basket",
              "a steampunk airship balloon");
      case CAKE ->
          List.of(
              "a cake",
              "a three layer birthday cake with candles",
              "a chocolate cake with cherries",
              "a delicious cake with pink frosting");
      case RAMEN ->
          List.of(
              "a bowl of ramen",
              "a steaming bowl of ramen with egg",
              "a bowl of noodle soup with chopsticks",
              "hot ramen in a ceramic bowl");
      case BURGER ->
          List.of(
              "a burger",
              "a giant cheeseburger with melting cheese",
              "a juicy hamburger with lettuce and tomato",
              "a gourmet burger");
      case FRUIT ->
          List.of(
              "a bowl of fruit",
              "a still life of apples pears and grapes",
              "fresh fruit on a plate",
              "a basket of ripe fruit");
      case MARKET ->
          List.of(
              "a crowded market",
              "a busy street market full of people and stalls",
              "merchants and customers at a bazaar",
              "a night market with a crowd of people");
      case BATTLE ->
          List.of(
              "a battle",
              "two armies clashing with spears and banners",
              "a huge battle scene with hundreds of soldiers",
              "an army charging with flags");
      case FESTIVAL ->
          List.of(
              "a lantern festival",
              "people releasing paper lanterns at a festival",
              "a crowd dancing at a festival under string lights",
              "families watching floating lanterns");
      case RIBBONS ->
          List.of(
              "flowing ribbons of color",
              "abstract waves of flowing silk",
              "abstract swirling liquid shapes",
              "smooth abstract curves");
      case MANDALA ->
          List.of(
              "a mandala",
              "an abstract symmetrical mandala",
              "sacred geometry",
              "an intricate kaleidoscope fractal pattern");
      case SHARDS ->
          List.of(
              "abstract geometric shards",
              "shattered triangles exploding outward",
              "an abstract low poly composition of triangles",
              "cubist geometric fragments");
      case ORBS ->
          List.of(
              "abstract floating orbs",
              "abstract spheres and bubbles",
              "translucent circles overlapping",
              "an abstract composition of glass spheres");
    };
  }
}
