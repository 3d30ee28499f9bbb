package io.genai.sessions.pipeline.sample;

import java.util.List;

/** The phrases in which people ask for each value; the first of a list is the plainest. */
final class Vocabulary {
  private Vocabulary() {}

  /** Noun phrases with their article. */
  static List<String> nouns(Motif motif) {
    return switch (motif) {
      case PORTRAIT ->
          List.of(
              "portrait of a woman",
              "a young woman with long flowing hair",
              "portrait of an elf princess",
              "a beautiful queen with a golden crown",
              "close up portrait of a girl with red hair");
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

  /** Where: phrases that follow a noun. Empty for {@link Setting#OTHER}. */
  static List<String> places(Setting setting) {
    return switch (setting) {
      case CITY ->
          List.of(
              "in the city",
              "in a rainy city street",
              "in a cyberpunk city",
              "in front of a city skyline",
              "above the rooftops of tokyo");
      case FOREST ->
          List.of(
              "in a forest",
              "in a misty pine forest",
              "in an enchanted forest",
              "deep in the woods",
              "in a jungle");
      case SPACE ->
          List.of(
              "in space",
              "in outer space with planets",
              "in front of a nebula",
              "among the stars",
              "on an alien moon");
      case INTERIOR ->
          List.of(
              "in a cozy room",
              "inside an old library",
              "in a room with a big window",
              "on a wooden table in a kitchen",
              "inside a dusty attic");
      case UNDERWATER ->
          List.of(
              "underwater",
              "under the sea",
              "at the bottom of the ocean",
              "under water with coral",
              "in the deep sea");
      case MOUNTAINS ->
          List.of(
              "in the mountains",
              "with snowy mountains in the background",
              "on a mountain peak",
              "in the alps",
              "below snow capped mountains");
      case DESERT ->
          List.of(
              "in the desert",
              "in a desert with sand dunes",
              "among endless dunes",
              "in the sahara",
              "in a dry desert canyon");
      case CASTLE ->
          List.of(
              "in front of a castle",
              "in a ruined castle",
              "near a fairytale castle",
              "at the gates of a fortress",
              "on the castle walls");
      case STUDIO ->
          List.of(
              "in a photo studio",
              "on a plain studio background",
              "against a seamless backdrop",
              "isolated on a studio backdrop",
              "on a pedestal in a studio");
      case OTHER -> List.of();
    };
  }

  /** Media as people append them. Empty for {@link ArtStyle#OTHER}. */
  static List<String> media(ArtStyle style) {
    return switch (style) {
      case PHOTOREALISTIC ->
          List.of(
              "photo", "photorealistic", "3 5 mm photograph", "dslr photo", "kodak portra 4 0 0");
      case ANIME ->
          List.of(
              "anime", "anime style", "anime key visual", "manga style cel shaded", "90s anime");
      case OIL_PAINTING ->
          List.of(
              "oil painting",
              "oil on canvas",
              "thick oil paint",
              "a detailed oil painting",
              "oil painting with visible brush strokes");
      case WATERCOLOR ->
          List.of(
              "watercolor",
              "watercolor painting",
              "loose watercolour",
              "watercolor on paper",
              "ink and watercolor wash");
      case DIGITAL_PAINTING ->
          List.of(
              "digital painting",
              "smooth digital painting",
              "digital illustration",
              "digital art",
              "detailed digital painting");
      case CONCEPT_ART ->
          List.of(
              "concept art",
              "environment concept art",
              "game concept art",
              "matte painting concept art",
              "concept artwork");
      case RENDER_3D ->
          List.of(
              "3d render", "octane render", "unreal engine 5", "blender render", "3 d cgi render");
      case PIXEL_ART ->
          List.of(
              "pixel art",
              "1 6 bit pixel art",
              "8 bit pixel art",
              "pixelart sprite",
              "snes pixel art");
      case SKETCH ->
          List.of(
              "pencil sketch",
              "charcoal drawing",
              "ink sketch",
              "graphite line art",
              "pen and ink sketch");
      case COMIC ->
          List.of(
              "comic book art",
              "comic book panel",
              "graphic novel illustration",
              "comic style with halftone dots",
              "vintage comic book cover");
      case OTHER -> List.of();
    };
  }

  /** Moods as people append them. Empty for {@link Mood#NEUTRAL}. */
  static List<String> tones(Mood mood) {
    return switch (mood) {
      case DARK ->
          List.of("dark", "dark and sinister", "grim dark atmosphere", "ominous", "horror");
      case CHEERFUL ->
          List.of(
              "cheerful", "happy and colorful", "joyful mood", "bright and playful colors", "fun");
      case MYSTERIOUS ->
          List.of(
              "mysterious",
              "mysterious fog",
              "enigmatic atmosphere",
              "eerie mist",
              "arcane mystery");
      case EPIC ->
          List.of("epic", "epic scale", "epic composition", "grand and heroic", "majestic");
      case SERENE ->
          List.of("serene", "peaceful", "calm and tranquil", "quiet", "relaxing atmosphere");
      case ROMANTIC ->
          List.of(
              "romantic",
              "romantic atmosphere",
              "dreamy and tender",
              "love",
              "rose petals in the air");
      case MELANCHOLIC ->
          List.of(
              "melancholic", "sad and lonely", "melancholy", "sorrowful mood", "nostalgic gloom");
      case WHIMSICAL ->
          List.of(
              "whimsical",
              "whimsical fairytale",
              "quirky and magical",
              "dreamlike whimsy",
              "storybook");
      case NEUTRAL -> List.of();
    };
  }

  /** Light as people append it. Empty for {@link Lighting#UNSPECIFIED}. */
  static List<String> lights(Lighting lighting) {
    return switch (lighting) {
      case CINEMATIC ->
          List.of("cinematic lighting", "cinematic", "cinematic light", "moody cinematic lighting");
      case NATURAL -> List.of("natural light", "daylight", "natural lighting", "bright sunny day");
      case DRAMATIC ->
          List.of(
              "dramatic lighting",
              "dramatic light and shadow",
              "chiaroscuro",
              "dramatic rim light");
      case NEON -> List.of("neon lights", "neon lighting", "pink and cyan neon glow", "neon signs");
      case GOLDEN_HOUR ->
          List.of("golden hour", "at sunset", "golden hour light", "warm sunset light");
      case SOFT ->
          List.of("soft lighting", "soft light", "soft diffused light", "soft ambient light");
      case VOLUMETRIC ->
          List.of("volumetric lighting", "god rays", "volumetric light", "sun rays through mist");
      case MOONLIGHT ->
          List.of("moonlight", "full moon at night", "lit by moonlight", "under a bright moon");
      case STUDIO ->
          List.of(
              "studio lighting",
              "studio light",
              "softbox studio lighting",
              "three point studio lighting");
      case UNSPECIFIED -> List.of();
    };
  }

  /** Colours as people append them. Empty for {@link Tint#NONE}. */
  static List<String> colours(Tint tint) {
    return switch (tint) {
      case CRIMSON -> List.of("crimson", "red color palette", "deep red tones");
      case TEAL_AND_ORANGE -> List.of("teal and orange", "teal and orange color grading");
      case EMERALD -> List.of("emerald green", "green tones", "lush green palette");
      case VIOLET -> List.of("purple", "violet and pink hues", "purple color scheme");
      case PASTEL -> List.of("pastel colors", "soft pastel palette", "pastel pink and blue");
      case GOLD_AND_BLACK -> List.of("gold and black", "black and gold color scheme");
      case AZURE -> List.of("azure blue", "blue tones", "shades of blue");
      case MONOCHROME -> List.of("black and white", "monochrome", "greyscale");
      case NONE -> List.of();
    };
  }

  /** Artists in general terms; no real artist is named. */
  static final List<String> ARTISTS =
      List.of(
          "in the style of a baroque master",
          "by a renaissance painter",
          "art by a golden age illustrator",
          "in the style of an art nouveau poster artist",
          "by a famous fantasy illustrator",
          "in the manner of a dutch master",
          "by a modern concept artist",
          "in the style of a romantic landscape painter",
          "by a japanese woodblock printmaker",
          "in the style of a surrealist",
          "by an impressionist painter",
          "in the style of a pre - raphaelite",
          "art by a veteran sci - fi cover artist");

  /** The tags that people believe in. */
  static final List<String> QUALITY =
      List.of(
          "highly detailed",
          "trending on artstation",
          "8 k",
          "4 k",
          "sharp focus",
          "intricate",
          "elegant",
          "masterpiece",
          "award winning",
          "ultra detailed",
          "hyper detailed",
          "smooth",
          "hd",
          "very detailed",
          "beautiful",
          "artstation hq",
          "extremely detailed",
          "high quality",
          "intricate details",
          "stunning",
          "professional",
          "best quality",
          "insanely detailed and intricate",
          "ultra realistic textures",
          "featured on a popular art site",
          "wallpaper",
          "perfect composition",
          "rule of thirds",
          "depth of field",
          "fine details");

  /** Details that a drawing may leave out. */
  static final List<String> DETAILS =
      List.of(
          "wide angle shot",
          "centered composition",
          "symmetrical",
          "full body",
          "low angle view",
          "seen from far away",
          "dust particles floating in the air",
          "reflections everywhere",
          "birds flying in the distance",
          "ornate decorations and fine patterns",
          "flowers in the foreground",
          "old and weathered surfaces",
          "light fog near the ground",
          "sparks and small embers",
          "clouds drifting in the background",
          "with a sense of wonder",
          "as seen in an old dream",
          "full of tiny hidden stories",
          "a strong silhouette against the background",
          "rich textures of stone wood and metal",
          "a long winding path leading the eye",
          "layers of depth from foreground to background",
          "subtle gradients and clean edges",
          "every surface carefully lit",
          "like a still from a forgotten movie");

  /** What trips a safety filter, in mild words. */
  static final List<String> NSFW =
      List.of("nude", "nsfw", "explicit", "naked body", "gore", "blood and gore", "nsfw explicit");
}
