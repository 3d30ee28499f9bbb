package io.genai.sessions.models.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.JsonNode;
import io.genai.sessions.models.ModelException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a local server that speaks the protocol, and one that fails in every way it can. */
class OpenAiCompatibleGeneratorIT {
  private static final JsonShape SHAPE =
      new JsonShape.Structure(
          List.of(
              new JsonShape.Property("mood", new JsonShape.Choice(List.of("dark", "epic"))),
              new JsonShape.Property("score", new JsonShape.WholeNumber(1, 5)),
              new JsonShape.Property("note", new JsonShape.Text(20)),
              new JsonShape.Property("tags", new JsonShape.Sequence(new JsonShape.Flag(), 0, 2)),
              new JsonShape.Property("pair", new JsonShape.Tuple(List.of(new JsonShape.Flag())))));

  private ChatServer server;
  private OpenAiCompatibleGenerator generator;

  @BeforeEach
  void start() throws IOException {
    server = new ChatServer();
    generator = connect(server.address(), Duration.ofSeconds(20));
  }

  @AfterEach
  void stop() {
    generator.close();
    server.close();
  }

  private static OpenAiCompatibleGenerator connect(URI address, Duration timeout) {
    return OpenAiCompatibleGenerator.connect(
        new ServerOptions(
            address, "local", Optional.of("secret"), timeout, 3, Duration.ofMillis(1), 4));
  }

  private static GenerationRequest request() {
    return GenerationRequest.greedy(List.of(Prompt.Chat.of("Be brief.", "How are you?")), 30);
  }

  @Test
  void streamsAnAnswerAndCountsItsTokens() {
    server.next(ChatServer.says(List.of("I am ", "well, ", "grüß dich 🦙"), "stop"));
    List<String> pieces = new ArrayList<>();
    List<Generation> generations =
        generator.generate(request(), (prompt, piece) -> pieces.add(piece));
    assertThat(pieces).containsExactly("I am ", "well, ", "grüß dich 🦙");
    assertThat(generations)
        .containsExactly(
            new Generation(
                "I am well, grüß dich 🦙",
                new FinishReason.EndOfText(),
                new TokenUsage(12, 8, 3, 0)));
  }

  @Test
  void asksAsTheProtocolSays() {
    generator.generate(
        request()
            .withSampling(new Sampling.Nucleus(0.7, 0.9, 11))
            .withStopStrings(List.of(";"))
            .withConstraint(new OutputConstraint.Free()));
    JsonNode asked = server.requests().get(0);
    assertThat(asked.path("model").asText()).isEqualTo("local");
    assertThat(asked.path("messages").toString())
        .isEqualTo(
            "[{\"role\":\"system\",\"content\":\"Be brief.\"},"
                + "{\"role\":\"user\",\"content\":\"How are you?\"}]");
    assertThat(asked.path("max_tokens").asInt()).isEqualTo(30);
    assertThat(asked.path("temperature").asDouble()).isEqualTo(0.7);
    assertThat(asked.path("top_p").asDouble()).isEqualTo(0.9);
    assertThat(asked.path("seed").asLong()).isEqualTo(11);
    assertThat(asked.path("stop").toString()).isEqualTo("[\";\"]");
    assertThat(asked.path("stream").asBoolean()).isTrue();
    assertThat(asked.has("response_format")).isFalse();
    assertThat(server.keys()).containsExactly("Bearer secret");
    assertThat(generator.id()).isEqualTo("server:local");
  }

  @Test
  void aJsonShapeGoesOutAsASchema() {
    String answer = "{\"mood\":\"dark\",\"score\":3,\"note\":\"\",\"tags\":[],\"pair\":[true]}";
    server.next(ChatServer.says(List.of(answer), "stop"));
    List<Generation> generations =
        generator.generate(request().withConstraint(new OutputConstraint.Json(SHAPE)));
    assertThat(generations.get(0).finish()).isEqualTo(new FinishReason.ConstraintMet());
    JsonNode format = server.requests().get(0).path("response_format");
    assertThat(format.path("type").asText()).isEqualTo("json_schema");
    assertThat(format.path("json_schema").path("strict").asBoolean()).isTrue();
    assertThat(format.path("json_schema").path("schema").toString())
        .isEqualTo(
            "{\"type\":\"object\",\"properties\":{"
                + "\"mood\":{\"type\":\"string\",\"enum\":[\"dark\",\"epic\"]},"
                + "\"score\":{\"type\":\"integer\",\"minimum\":1,\"maximum\":5},"
                + "\"note\":{\"type\":\"string\",\"maxLength\":20},"
                + "\"tags\":{\"type\":\"array\",\"minItems\":0,\"maxItems\":2,"
                + "\"items\":{\"type\":\"boolean\"}},"
                + "\"pair\":{\"type\":\"array\",\"minItems\":1,\"maxItems\":1,"
                + "\"prefixItems\":[{\"type\":\"boolean\"}],\"items\":false}},"
                + "\"required\":[\"mood\",\"score\",\"note\",\"tags\",\"pair\"],"
                + "\"additionalProperties\":false}");
  }

  @Test
  void aServerThatIgnoresTheSchemaIsFoundOut() {
    server.next(ChatServer.says(List.of("Sure! Here is the JSON:"), "stop"));
    assertThatThrownBy(
            () -> generator.generate(request().withConstraint(new OutputConstraint.Json(SHAPE))))
        .hasMessageContaining("response_format")
        .asInstanceOf(type(ModelException.class))
        .extracting(ModelException::code)
        .isEqualTo(ModelException.Code.DATA);
  }

  @Test
  void aPatternIsRefusedBecauseServersTakeNone() {
    assertThatThrownBy(
            () ->
                generator.generate(
                    request().withConstraint(new OutputConstraint.Pattern("[a-z]+"))))
        .hasMessageContaining("JSON shapes only");
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"429", "500", "502", "503"})
  void aBusyServerIsAskedAgain(int status) {
    server.next(
        ChatServer.refuses(status, "busy", "Retry-After", "0"), ChatServer.refuses(status, "busy"));
    assertThat(generator.generate(request()).get(0).text()).isEqualTo("fine");
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void retryAfterIsWaitedFor() {
    server.next(ChatServer.refuses(429, "slow down", "Retry-After", "1"));
    long start = System.nanoTime();
    generator.generate(request());
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void retryAfterMayBeADateThatHasPassed() {
    String past =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            ZonedDateTime.of(2020, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC));
    server.next(ChatServer.refuses(503, "restarting", "Retry-After", past));
    assertThat(generator.generate(request()).get(0).text()).isEqualTo("fine");
  }

  @Test
  void aServerThatStaysBusyIsGivenUpWithWhatItSaid() {
    server.next(
        ChatServer.refuses(503, "loading the model"),
        ChatServer.refuses(503, "loading the model"),
        ChatServer.refuses(503, "loading the model"));
    assertFailure(ModelException.Code.RESOURCE, "503: loading the model (attempt 3 of 3)");
  }

  @Test
  void anAnswerThatBreaksOffIsAskedForAgain() {
    server.next(ChatServer.breaksOff());
    assertThat(generator.generate(request()).get(0).text()).isEqualTo("fine");
  }

  @Test
  void anAnswerThatBreaksOffAfterItWasHeardIsNotToldTwice() {
    server.next(ChatServer.breaksOff());
    List<String> heard = new ArrayList<>();
    assertThatThrownBy(() -> generator.generate(request(), (prompt, piece) -> heard.add(piece)))
        .hasMessageContaining("broke off");
    assertThat(heard).containsExactly("half ", "of ");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aServerThatFallsSilentIsGivenUpAfterTheTimeOut() {
    server.next(server.hangs());
    try (OpenAiCompatibleGenerator hasty = connect(server.address(), Duration.ofMillis(300))) {
      assertThatThrownBy(() -> hasty.generate(request()))
          .hasMessageContaining("no whole answer within PT0.3S")
          .asInstanceOf(type(ModelException.class))
          .extracting(ModelException::code)
          .isEqualTo(ModelException.Code.RESOURCE);
    }
  }

  @ParameterizedTest
  @CsvSource({"401,Check the API key", "404,Check the endpoint", "400,does not take this request"})
  void aRefusalIsNotRepeatedAndSaysWhatToDo(int status, String nextStep) {
    server.next(ChatServer.refuses(status, "no"));
    assertFailure(ModelException.Code.USER, nextStep);
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"data: {not json", "data: {\"error\":{\"message\":\"out of memory\"}}"})
  void aBrokenEventFails(String event) {
    server.next(ChatServer.sends(event));
    assertThatThrownBy(() -> generator.generate(request())).isInstanceOf(ModelException.class);
  }

  @Test
  void noServerAtAllIsAResourceFailure() {
    server.close();
    assertFailure(ModelException.Code.RESOURCE, "(attempt 3 of 3)");
  }

  @Test
  void answersComeInTheOrderOfThePrompts() {
    List<Prompt> prompts = new ArrayList<>();
    IntStream.range(0, 12).forEach(i -> prompts.add(new Prompt.Text("Say ", "number " + i)));
    IntStream.range(0, 12).forEach(i -> server.next(ChatServer.echoes()));
    assertThat(generator.generate(GenerationRequest.greedy(prompts, 5)))
        .allMatch(generation -> generation.finish() instanceof FinishReason.LengthLimit)
        .extracting(Generation::text)
        .containsExactlyElementsOf(
            IntStream.range(0, 12).mapToObj(i -> "Say number " + i).toList());
  }

  @Test
  void aCancelledAnswerKeepsWhatCame() {
    server.next(ChatServer.says(List.of("one ", "two ", "three "), "stop"));
    List<String> heard = new ArrayList<>();
    GenerationListener impatient =
        new GenerationListener() {
          @Override
          public void onText(int prompt, String piece) {
            heard.add(piece);
          }

          @Override
          public boolean cancelled() {
            return heard.size() == 2;
          }
        };
    Generation generation = generator.generate(request(), impatient).get(0);
    assertThat(generation.text()).isEqualTo("one two ");
    assertThat(generation.finish()).isEqualTo(new FinishReason.Cancelled());
  }

  private void assertFailure(ModelException.Code code, String message) {
    assertThatThrownBy(() -> generator.generate(request()))
        .hasMessageContaining(message)
        .asInstanceOf(type(ModelException.class))
        .extracting(ModelException::code)
        .isEqualTo(code);
  }
}
