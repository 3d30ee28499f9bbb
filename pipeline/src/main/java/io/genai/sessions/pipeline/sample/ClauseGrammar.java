package io.genai.sessions.pipeline.sample;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Draws single clauses: the head of a prompt and what may follow it. */
final class ClauseGrammar {
  private static final double TYPO_SHARE = 0.025;
  private static final int SHORTEST = 4;
  private static final int ROOM_FOR_MEDIUM = 9;
  private static final int ROOM_FOR_PLACE = 6;

  private final RandomGenerator random;

  ClauseGrammar(RandomGenerator random) {
    this.random = random;
  }

  Motif motif() {
    List<Subject> subjects = List.of(Subject.values());
    double[] shares = subjects.stream().mapToDouble(ClauseGrammar::share).toArray();
    Subject subject = subjects.get(Draws.weighted(random, shares));
    return Draws.one(
        Arrays.stream(Motif.values()).filter(motif -> motif.subject() == subject).toList(), random);
  }

  /** Of a hundred ideas, how many are of the subject. */
  private static double share(Subject subject) {
    return switch (subject) {
      case PERSON -> 28;
      case ANIMAL -> 12;
      case CREATURE -> 11;
      case LANDSCAPE, ARCHITECTURE -> 9;
      case OBJECT -> 8;
      case VEHICLE -> 7;
      case FOOD, SCENE -> 6;
      case ABSTRACT -> 4;
    };
  }

  /** Which of the motif's phrases; the plainest where there is little room. */
  int variant(Motif motif, int words) {
    return words < SHORTEST ? 0 : random.nextInt(Nouns.of(motif).size());
  }

  /** What it is of, perhaps in which medium and where, in about the given number of words. */
  Clause head(Motif motif, int variant, int words) {
    String noun = Nouns.of(motif).get(variant);
    if (words < ROOM_FOR_PLACE) {
      return Clause.of(Clause.Kind.HEAD, words < SHORTEST ? withoutArticle(noun) : noun);
    }
    String text = noun;
    ArtStyle style = ArtStyle.OTHER;
    if (words >= ROOM_FOR_MEDIUM && random.nextDouble() < 0.3) {
      style = value(ArtStyle.class);
      text = style == ArtStyle.OTHER ? text : lead(style) + " of " + text;
    }
    Setting setting = Setting.OTHER;
    if (random.nextDouble() < 0.8) {
      setting = Draws.one(Places.of(motif), random);
      text = setting == Setting.OTHER ? text : text + " " + place(setting);
    }
    ArtStyle medium = style;
    Setting place = setting;
    return new Clause(
        slipped(text),
        Clause.Kind.HEAD,
        scene -> (medium == ArtStyle.OTHER ? scene : scene.with(medium)).with(place));
  }

  Clause nsfw(Motif motif) {
    List<String> words =
        motif.subject() == Subject.PERSON ? Vocabulary.NSFW_OF_PERSONS : Vocabulary.NSFW_OF_THINGS;
    return Clause.of(Clause.Kind.NSFW, Draws.one(words, random));
  }

  /** A clause that the idea has not said yet; empty when the draw had nothing new to say. */
  Optional<Clause> more(Idea idea) {
    Clause.Kind kind =
        switch (Draws.weighted(random, 18, 14, 15, 8, 12, 30, 12)) {
          case 0 -> Clause.Kind.STYLE;
          case 1 -> Clause.Kind.MOOD;
          case 2 -> Clause.Kind.LIGHT;
          case 3 -> Clause.Kind.COLOUR;
          case 4 -> Clause.Kind.ARTIST;
          case 5 -> Clause.Kind.QUALITY;
          default -> Clause.Kind.DETAIL;
        };
    if (kind.single() && idea.has(kind)) {
      return Optional.empty();
    }
    if (kind == Clause.Kind.STYLE && idea.prompt().scene().style() != ArtStyle.OTHER) {
      return Optional.empty();
    }
    return clause(kind)
        .filter(clause -> !idea.says(clause.text()))
        .map(clause -> clause.withText(slipped(clause.text())));
  }

  /** A clause of the kind; empty for a value that is said by saying nothing. */
  private Optional<Clause> clause(Clause.Kind kind) {
    return switch (kind) {
      case STYLE -> {
        ArtStyle style = value(ArtStyle.class);
        yield said(kind, Vocabulary.media(style), scene -> scene.with(style));
      }
      case MOOD -> {
        Mood mood = value(Mood.class);
        yield said(kind, Vocabulary.tones(mood), scene -> scene.with(mood));
      }
      case LIGHT -> {
        Lighting lighting = value(Lighting.class);
        yield said(kind, Vocabulary.lights(lighting), scene -> scene.with(lighting));
      }
      case COLOUR -> {
        Tint tint = value(Tint.class);
        yield said(kind, Vocabulary.colours(tint), scene -> scene.with(tint));
      }
      case ARTIST -> said(kind, Vocabulary.ARTISTS, scene -> scene);
      case QUALITY -> said(kind, Vocabulary.QUALITY, scene -> scene);
      case DETAIL -> said(kind, Vocabulary.DETAILS, scene -> scene);
      case NSFW, HEAD -> Optional.empty();
    };
  }

  private Optional<Clause> said(
      Clause.Kind kind, List<String> phrases, UnaryOperator<Scene> effect) {
    return phrases.isEmpty()
        ? Optional.empty()
        : Optional.of(new Clause(Draws.one(phrases, random), kind, effect));
  }

  private <E extends Enum<E>> E value(Class<E> type) {
    return Draws.one(List.of(type.getEnumConstants()), random);
  }

  private String lead(ArtStyle style) {
    String medium = Vocabulary.media(style).get(0);
    return IntStream.of('a', 'e', 'i', 'o', 'u').anyMatch(vowel -> medium.charAt(0) == vowel)
        ? "an " + medium
        : "a " + medium;
  }

  private String place(Setting setting) {
    return Draws.one(Vocabulary.places(setting), random);
  }

  private String slipped(String text) {
    return random.nextDouble() < TYPO_SHARE ? Typos.slip(text, random) : text;
  }

  private static String withoutArticle(String noun) {
    return noun.replaceFirst("^(a|an) ", "");
  }
}
