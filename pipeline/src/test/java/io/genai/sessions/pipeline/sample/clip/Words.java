package io.genai.sessions.pipeline.sample.clip;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The words that the text tower knows, and how a text falls into them. */
final class Words {
  /** CLIP's limit, less the start and the end. */
  private static final int LONGEST = 75;

  private static final String UNKNOWN = "<|unknown|>";
  private static final String START = "<|startoftext|>";
  private static final String END = "<|endoftext|>";

  /** The ids before those of words; they say nothing. */
  static final int SPECIAL = 3;

  /** As the tokenizer's {@code Whitespace} does: runs of letters and digits, runs of the rest. */
  private static final Pattern PIECE =
      Pattern.compile("\\w+|[^\\w\\s]+", Pattern.UNICODE_CHARACTER_CLASS);

  private final List<String> words;
  private final Map<String, Integer> indices;

  private Words(List<String> words) {
    this.words = words;
    this.indices =
        IntStream.range(0, words.size()).boxed().collect(Collectors.toMap(words::get, i -> i));
  }

  /** The words that at least so many texts say; rarer ones are typos. */
  static Words of(Stream<String> texts, int leastTexts) {
    Map<String, Long> counts =
        texts
            .flatMap(text -> pieces(text).distinct())
            .filter(piece -> Character.isLetterOrDigit(piece.charAt(0)))
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    return new Words(
        counts.entrySet().stream()
            .filter(entry -> entry.getValue() >= leastTexts)
            .map(Map.Entry::getKey)
            .toList());
  }

  private static Stream<String> pieces(String text) {
    return PIECE
        .matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .limit(LONGEST);
  }

  int size() {
    return words.size();
  }

  /** The indices of the known words of a text, in its order. */
  int[] in(String text) {
    return pieces(text).filter(indices::containsKey).mapToInt(indices::get).toArray();
  }

  /** The {@code tokenizer.json} that gives word i the id {@link #SPECIAL} + i. */
  String tokenizerJson() {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("version", "1.0").putNull("truncation").putNull("padding");
    ArrayNode added = root.putArray("added_tokens");
    List<String> special = List.of(UNKNOWN, START, END);
    for (int id = 0; id < SPECIAL; id++) {
      added
          .addObject()
          .put("id", id)
          .put("content", special.get(id))
          .put("single_word", false)
          .put("lstrip", false)
          .put("rstrip", false)
          .put("normalized", false)
          .put("special", true);
    }
    root.putObject("normalizer").put("type", "Lowercase");
    root.putObject("pre_tokenizer").put("type", "Whitespace");
    root.set("post_processor", startAndEnd());
    root.putNull("decoder");
    ObjectNode model = root.putObject("model").put("type", "WordLevel");
    ObjectNode vocabulary = model.putObject("vocab");
    for (int id = 0; id < SPECIAL; id++) {
      vocabulary.put(special.get(id), id);
    }
    for (int word = 0; word < words.size(); word++) {
      vocabulary.put(words.get(word), SPECIAL + word);
    }
    model.put("unk_token", UNKNOWN);
    return root.toPrettyString() + "\n";
  }

  private static ObjectNode startAndEnd() {
    ObjectNode template = new ObjectMapper().createObjectNode().put("type", "TemplateProcessing");
    ArrayNode single = template.putArray("single");
    token(single, "SpecialToken", START);
    token(single, "Sequence", "A");
    token(single, "SpecialToken", END);
    ArrayNode pair = template.putArray("pair");
    token(pair, "Sequence", "A");
    token(pair, "Sequence", "B");
    ObjectNode tokens = template.putObject("special_tokens");
    describe(tokens, START, 1);
    describe(tokens, END, 2);
    return template;
  }

  private static void token(ArrayNode template, String type, String id) {
    template.addObject().putObject(type).put("id", id).put("type_id", 0);
  }

  private static void describe(ObjectNode tokens, String token, int id) {
    ObjectNode description = tokens.putObject(token).put("id", token);
    description.putArray("ids").add(id);
    description.putArray("tokens").add(token);
  }
}
