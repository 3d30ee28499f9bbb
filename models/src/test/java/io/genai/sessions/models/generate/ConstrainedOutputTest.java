package io.genai.sessions.models.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.genai.sessions.models.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever a model with random weights would like to write, it writes what the shape says. */
class ConstrainedOutputTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static LocalTextGenerator jumping;
  private static LocalTextGenerator stepping;

  @BeforeContainer
  static void load() throws IOException {
    Path directory = TinyModel.write(Files.createTempDirectory("tiny-model"));
    jumping = LocalTextGenerator.open("tiny", directory, LocalOptions.defaults());
    stepping =
        LocalTextGenerator.open("tiny", directory, LocalOptions.defaults().withJumpForward(false));
  }

  @AfterContainer
  static void unload() {
    jumping.close();
    stepping.close();
  }

  @Property(tries = 150)
  void everyOutputParsesAndHasTheShape(
      @ForAll("shapes") JsonShape shape,
      @ForAll long seed,
      @ForAll boolean jump,
      @ForAll("limits") int maximumTokens)
      throws IOException {
    GenerationRequest request =
        request(3, maximumTokens)
            .withSampling(new Sampling.Nucleus(1.5, 1.0, seed))
            .withConstraint(new OutputConstraint.Json(shape));
    for (Generation generation : (jump ? jumping : stepping).generate(request)) {
      JsonNode parsed = JSON.readTree(generation.text());
      assertThat(fits(parsed, shape)).as("%s fits %s", generation.text(), shape).isTrue();
      assertThat(generation.finish())
          .isInstanceOfAny(FinishReason.ConstraintMet.class, FinishReason.LengthLimit.class);
    }
  }

  @Example
  void forcedTokensAreJumpedOverAndTheSameTextComesOut() {
    JsonShape shape =
        new JsonShape.Structure(
            List.of(
                new JsonShape.Property(
                    "subject", new JsonShape.Choice(List.of("person", "animal", "landscape"))),
                new JsonShape.Property("complexity", new JsonShape.WholeNumber(1, 5)),
                new JsonShape.Property("nsfw", new JsonShape.Flag())));
    GenerationRequest request = request(4, 200).withConstraint(new OutputConstraint.Json(shape));
    List<Generation> jumped = jumping.generate(request);
    List<Generation> stepped = stepping.generate(request);
    for (int i = 0; i < jumped.size(); i++) {
      assertThat(jumped.get(i).usage().sampled()).isLessThanOrEqualTo(3);
      assertThat(jumped.get(i).usage().forced()).isGreaterThan(30);
      assertThat(stepped.get(i).usage().forced()).isZero();
      assertThat(stepped.get(i).usage().sampled()).isGreaterThan(30);
    }
  }

  @Example
  void aPatternIsMatchedAsAWhole() {
    GenerationRequest request =
        request(5, 100)
            .withSampling(new Sampling.Nucleus(1.0, 1.0, 3))
            .withConstraint(
                new OutputConstraint.Pattern(
                    "SELECT [a-z_]{1,10} FROM (users|sessions)( LIMIT \\d{1,3})?;"));
    assertThat(jumping.generate(request))
        .allSatisfy(
            generation ->
                assertThat(generation.text())
                    .matches("SELECT [a-z_]{1,10} FROM (users|sessions)( LIMIT \\d{1,3})?;"));
  }

  @Example
  void aMalformedPatternIsRefused() {
    GenerationRequest request = request(1, 10).withConstraint(new OutputConstraint.Pattern("(a"));
    assertThatThrownBy(() -> jumping.generate(request))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("(a");
  }

  private static GenerationRequest request(int prompts, int maximumTokens) {
    List<Prompt> chats = new ArrayList<>();
    IntStream.range(0, prompts)
        .forEach(i -> chats.add(Prompt.Chat.of("Label the text.", "castle ".repeat(i + 1))));
    return GenerationRequest.greedy(chats, maximumTokens);
  }

  @Provide
  Arbitrary<Integer> limits() {
    return Arbitraries.oneOf(Arbitraries.integers().between(1, 8), Arbitraries.just(120));
  }

  @Provide
  Arbitrary<JsonShape> shapes() {
    return shapes(2);
  }

  private Arbitrary<JsonShape> shapes(int depth) {
    Arbitrary<String> names = Arbitraries.strings().ofMaxLength(6);
    List<Arbitrary<? extends JsonShape>> kinds =
        new ArrayList<>(
            List.of(
                names.list().ofMinSize(1).ofMaxSize(5).map(JsonShape.Choice::new),
                Arbitraries.integers().between(0, 12).map(JsonShape.Text::new),
                ranges().map(range -> new JsonShape.WholeNumber(range.get1(), range.get2())),
                Arbitraries.create(JsonShape.Flag::new)));
    if (depth > 0) {
      Arbitrary<JsonShape> inner = shapes(depth - 1);
      kinds.add(inner.list().ofMaxSize(3).map(JsonShape.Tuple::new));
      kinds.add(
          Combinators.combine(inner, Arbitraries.integers().between(0, 2))
              .as((item, least) -> new JsonShape.Sequence(item, least, least + 1)));
      kinds.add(
          Combinators.combine(names, inner)
              .as(JsonShape.Property::new)
              .list()
              .ofMaxSize(4)
              .uniqueElements(JsonShape.Property::name)
              .map(JsonShape.Structure::new));
    }
    return Arbitraries.oneOf(kinds.stream().map(k -> k.map(JsonShape.class::cast)).toList());
  }

  private static Arbitrary<Tuple.Tuple2<Integer, Integer>> ranges() {
    Arbitrary<Integer> ends = Arbitraries.integers().greaterOrEqual(-Integer.MAX_VALUE);
    return Combinators.combine(ends, ends)
        .as((one, other) -> Tuple.of(Math.min(one, other), Math.max(one, other)));
  }

  private static boolean fits(JsonNode value, JsonShape shape) {
    if (shape instanceof JsonShape.Structure structure) {
      List<String> names = structure.properties().stream().map(JsonShape.Property::name).toList();
      Iterator<Map.Entry<String, JsonNode>> entries = value.properties().iterator();
      boolean same = value.isObject() && value.size() == names.size();
      for (int i = 0; same && i < names.size(); i++) {
        Map.Entry<String, JsonNode> entry = entries.next();
        same =
            entry.getKey().equals(names.get(i))
                && fits(entry.getValue(), structure.properties().get(i).shape());
      }
      return same;
    } else if (shape instanceof JsonShape.Tuple tuple) {
      return value.isArray()
          && value.size() == tuple.items().size()
          && IntStream.range(0, value.size())
              .allMatch(i -> fits(value.get(i), tuple.items().get(i)));
    } else if (shape instanceof JsonShape.Sequence sequence) {
      return value.isArray()
          && value.size() >= sequence.minimum()
          && value.size() <= sequence.maximum()
          && IntStream.range(0, value.size()).allMatch(i -> fits(value.get(i), sequence.item()));
    } else if (shape instanceof JsonShape.Choice choice) {
      return value.isTextual() && choice.values().contains(value.asText());
    } else if (shape instanceof JsonShape.Text text) {
      return value.isTextual()
          && value.asText().codePointCount(0, value.asText().length()) <= text.maximumLength();
    } else if (shape instanceof JsonShape.WholeNumber number) {
      return value.isIntegralNumber()
          && value.asLong() >= number.minimum()
          && value.asLong() <= number.maximum();
    }
    return value.isBoolean();
  }
}
