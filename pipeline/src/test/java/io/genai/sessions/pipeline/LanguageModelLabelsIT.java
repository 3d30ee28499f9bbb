package io.genai.sessions.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.genai.sessions.models.generate.ChatServer;
import io.genai.sessions.models.generate.TinyModel;
import io.genai.sessions.models.hub.HubFile;
import io.genai.sessions.models.label.LabelVocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Labels by a language model, of the catalogue and behind a server, and what a run does without.
 */
class LanguageModelLabelsIT {
  private static final String MODEL = "qwen2.5-0.5b-instruct-int8";
  private static final int ROWS = 20;
  private static final String ANSWER =
      "[\"person\",\"anime\",\"dark\",\"city\",\"golden hour\",4,false]";

  @TempDir private Path temporary;

  @Test
  void aModelOfTheCatalogueLabelsEveryPromptFromTheClosedVocabularies() throws Exception {
    install();

    String out = runWithTheInstalledModel();

    assertThat(rows("label_model = '" + MODEL + "-labels-v2'")).as(out).isEqualTo(ROWS);
    String closed =
        LabelVocabulary.standard().values().entrySet().stream()
            .map(label -> label.getKey() + " IN " + texts(label.getValue()))
            .collect(Collectors.joining(" AND "));
    assertThat(rows(closed + " AND complexity_score BETWEEN 1 AND 5")).isEqualTo(ROWS);
    assertThat(models("used", MODEL)).isEqualTo(1);
  }

  @Test
  void aModelWhoseWeightsAreDamagedCostsTheLabelsOnly() throws Exception {
    Files.writeString(install(), "these are no weights");

    String out = runWithTheInstalledModel();

    assertThat(rows("subject IS NULL AND label_model IS NULL")).as(out).isEqualTo(ROWS);
    assertThat(out).contains("20 of 20 rows go without: The decoder cannot be loaded");
    assertThat(models("failed", MODEL)).isEqualTo(1);
  }

  @Test
  void aServerLabelsEveryPrompt() throws IOException {
    try (ChatServer server = new ChatServer()) {
      server.next(
          Collections.nCopies(ROWS, ChatServer.says(List.of(ANSWER), "stop"))
              .toArray(ChatServer.Behaviour[]::new));

      AnalyzerRun run = runWith(server);

      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(rows("art_style = 'anime' AND lighting = 'golden hour' AND complexity_score = 4"))
          .as(run.out())
          .isEqualTo(ROWS);
      assertThat(models("used", "server:tiny")).isEqualTo(1);
      assertThat(server.requests())
          .allMatch(
              request ->
                  request.path("response_format").path("type").asText().equals("json_schema"));
    }
  }

  @Test
  void aServerThatRefusesCostsTheLabelsOnly() throws IOException {
    try (ChatServer server = new ChatServer()) {
      server.next(
          Collections.nCopies(ROWS, ChatServer.refuses(401, "this key is not known"))
              .toArray(ChatServer.Behaviour[]::new));

      AnalyzerRun run = runWith(server);

      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.out()).contains("20 of 20 rows go without", "this key is not known");
      assertThat(rows("subject IS NULL AND label_model IS NULL")).isEqualTo(ROWS);
    }
  }

  /** Puts a small model with random weights where the hub's files are kept; returns its decoder. */
  private Path install() throws IOException {
    Path files = TinyModel.write(Files.createDirectories(temporary.resolve("tiny")));
    Files.writeString(files.resolve("generation_config.json"), "{}");
    Path decoder = files;
    for (HubFile file : CatalogModels.store().model(MODEL).files()) {
      String name = Path.of(file.path()).getFileName().toString();
      Path target =
          temporary
              .resolve("home/hub/models--" + file.repository().name().replace("/", "--"))
              .resolve("snapshots")
              .resolve(file.revision())
              .resolve(file.path());
      Files.createDirectories(target.getParent());
      if (name.endsWith(".onnx")) {
        Files.copy(files.resolve("model.onnx"), target);
        Files.copy(files.resolve("model.onnx_data"), target.resolveSibling("model.onnx_data"));
        decoder = target;
      } else {
        Files.copy(files.resolve(name), target);
      }
    }
    return decoder;
  }

  /** In a process of its own, since only its environment says where models are. */
  private String runWithTheInstalledModel() throws Exception {
    Path log = temporary.resolve("log");
    ProcessBuilder builder =
        new ProcessBuilder(
                Stream.concat(
                        Stream.of(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-cp",
                            System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                            AnalyzerPipeline.class.getName(),
                            "--data=" + data(),
                            "--labels=" + MODEL),
                        options())
                    .toList())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("HF_HOME", temporary.resolve("home").toString());
    builder.environment().remove("HF_HUB_CACHE");
    Process process = builder.start();
    try {
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    String out = Files.readString(log);
    assertThat(process.exitValue()).as(out).isZero();
    return out;
  }

  private AnalyzerRun runWith(ChatServer server) {
    return AnalyzerRun.in(
        data(),
        Stream.concat(
                Stream.of("--labels=server", "--server=" + server.address(), "--serverModel=tiny"),
                options())
            .toArray(String[]::new));
  }

  private static Stream<String> options() {
    return Stream.of("--sampleRows=" + ROWS, "--textEmbedder=none", "--clip=none");
  }

  private Path data() {
    return temporary.resolve("data");
  }

  private long rows(String condition) {
    return AnalyzerRun.count(data(), "SELECT count(*) FROM dim_prompts WHERE " + condition);
  }

  private long models(String state, String id) {
    return AnalyzerRun.count(
        data(),
        "SELECT count(*) FROM ops_models WHERE role = 'labeler' AND state = '%s' AND model_id = '%s'"
            .formatted(state, id));
  }

  private static String texts(List<String> values) {
    return values.stream().collect(Collectors.joining("', '", "('", "')"));
  }
}
