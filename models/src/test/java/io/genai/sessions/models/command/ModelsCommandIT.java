package io.genai.sessions.models.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.genai.sessions.models.hub.HubRepository;
import io.genai.sessions.models.hub.LocalHub;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command as its user runs it: in a process of its own, against a hub on this machine. */
@Timeout(120)
class ModelsCommandIT {
  private static final HubRepository CLIP = HubRepository.model("Xenova/clip-vit-base-patch32");
  private static final String VISION = "onnx/vision_model_int8.onnx";

  @TempDir Path directory;

  private LocalHub hub;
  private final byte[] vision = bytes(8_000_000, 1);
  private final byte[] text = bytes(6_000_000, 2);

  private record Outcome(int exitCode, String out, String err) {}

  @BeforeEach
  void start() throws IOException {
    hub = new LocalHub();
    hub.addLarge(CLIP, VISION, vision);
    hub.addLarge(CLIP, "onnx/text_model_int8.onnx", text);
    hub.addSmall(CLIP, "tokenizer.json", "{}".getBytes(StandardCharsets.UTF_8));
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  void listsTheCatalogue() throws Exception {
    Outcome list = run("list");
    assertThat(list.exitCode()).isZero();
    assertThat(list.out().lines())
        .anyMatch(
            line -> line.matches("all-minilm-l6-v2-q +text-embedder +embedded +Apache-2.0 .*"))
        .anyMatch(line -> line.matches("clip-vit-b32-q +clip +- +MIT .*"));
  }

  @Test
  void pullsShowsABarVerifiesAndSaysWhere() throws Exception {
    hub.cutNextAfter(3_000_000);
    Outcome pull = run("pull", "clip-vit-b32-q");
    assertThat(pull.exitCode()).as(pull.err()).isZero();
    assertThat(pull.err()).contains(VISION, "100%", "MB/s");

    Outcome where = run("where", "clip-vit-b32-q");
    assertThat(where.out()).isEqualTo(pull.out());
    assertThat(Path.of(where.out().lines().findFirst().orElseThrow())).hasBinaryContent(vision);

    assertThat(run("verify", "clip-vit-b32-q").out()).contains("intact");
    assertThat(run("list").out()).containsPattern("clip-vit-b32-q +clip +installed");
  }

  @Test
  void findsDamageAndMendsIt() throws Exception {
    Path file = Path.of(run("pull", "clip-vit-b32-q").out().lines().findFirst().orElseThrow());
    Files.write(file.toRealPath(), new byte[] {1, 2, 3});
    Outcome verify = run("verify", "clip-vit-b32-q");
    assertThat(verify.exitCode()).isEqualTo(1);
    assertThat(verify.out()).contains(VISION + " is damaged", "pull clip-vit-b32-q");
    assertThat(run("pull", "clip-vit-b32-q").exitCode()).isZero();
    assertThat(file).hasBinaryContent(vision);
  }

  @Test
  void twoProcessesAtOnceFetchEachFileOnce() throws Exception {
    hub.cutNextAfter(1_000_000);
    Process one = start("one", "pull", "clip-vit-b32-q");
    Process other = start("other", "pull", "clip-vit-b32-q");
    Outcome first = await(one, "one");
    Outcome second = await(other, "other");
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(second.exitCode()).as(second.err()).isZero();
    List<Path> files = first.out().lines().map(Path::of).toList();
    assertThat(second.out()).isEqualTo(first.out());
    assertThat(files.get(0)).hasBinaryContent(vision);
    assertThat(files.get(1)).hasBinaryContent(text);
    assertThat(hub.transfers()).as("two files, one of them taken up again").isEqualTo(3);
    try (Stream<Path> all = Files.walk(directory.resolve("home"))) {
      assertThat(all.filter(path -> path.toString().endsWith(".incomplete"))).isEmpty();
    }
  }

  @Test
  void saysWhatToDoAboutAMistake() throws Exception {
    Outcome unknown = run("pull", "clip-9000");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err())
        .contains("no model 'clip-9000'", "clip-vit-b32-q")
        .doesNotContain("\tat ");

    Outcome missing = run("where", "clip-vit-b32");
    assertThat(missing.exitCode()).isEqualTo(2);
    assertThat(missing.err()).contains("is not installed", "pull clip-vit-b32");
  }

  private Outcome run(String... arguments) throws Exception {
    return await(start("run", arguments), "run");
  }

  private Process start(String name, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx64m", "-cp", System.getProperty("java.class.path")));
    command.add(ModelsCommand.class.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("HF_ENDPOINT", hub.endpoint().toString());
    builder.environment().put("HF_HOME", directory.resolve("home").toString());
    List.of("HF_HUB_CACHE", "HF_TOKEN", "HF_HUB_OFFLINE").forEach(builder.environment()::remove);
    builder.redirectOutput(directory.resolve(name + ".out").toFile());
    builder.redirectError(directory.resolve(name + ".err").toFile());
    return builder.start();
  }

  private Outcome await(Process process, String name) throws Exception {
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("%s ends", name).isTrue();
      return new Outcome(
          process.exitValue(),
          Files.readString(directory.resolve(name + ".out")),
          Files.readString(directory.resolve(name + ".err")));
    } finally {
      process.destroyForcibly();
    }
  }

  private static byte[] bytes(int count, int seed) {
    byte[] bytes = new byte[count];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
