package io.genai.sessions.pipeline.sample;

import java.util.List;

/** The phrases in which people ask for each value; the first of a list is the plainest. */
final class Vocabulary {
  private Vocabulary() {}

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

  /** What trips a safety filter, in mild words: of persons, who are all grown up here. */
  static final List<String> NSFW_OF_PERSONS =
      List.of("nude", "nsfw", "explicit", "naked body", "nsfw explicit");

  /** What trips a safety filter, in mild words: of anything else. */
  static final List<String> NSFW_OF_THINGS = List.of("gore", "blood and gore", "nsfw gore");
}
