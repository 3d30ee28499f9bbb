package io.genai.sessions.models.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.ModelException.Code;
import io.genai.sessions.models.hub.LocalHub.Fault;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HubClientTest {
  private static final HubRepository REPOSITORY = HubRepository.model("org/model");
  private static final byte[] WEIGHTS = bytes(300_000);
  private static final byte[] CONFIG = "{\"hidden\": 1}".getBytes(StandardCharsets.UTF_8);
  private static final HubFile LARGE = new HubFile(REPOSITORY, "main", "onnx/model.onnx");
  private static final HubFile SMALL = new HubFile(REPOSITORY, "main", "config.json");

  @TempDir Path home;

  private LocalHub hub;
  private final List<Duration> pauses = new ArrayList<>();
  private final RecordedProgress progress = new RecordedProgress();

  @BeforeEach
  void start() throws IOException {
    hub = new LocalHub();
    hub.addLarge(REPOSITORY, LARGE.path(), WEIGHTS);
    hub.addSmall(REPOSITORY, SMALL.path(), CONFIG);
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  void keepsAFileAsTheHubsOwnToolsDo() throws IOException {
    Path file = client().fetch(LARGE);
    Path folder = home.resolve("models--org--model");
    String sha256 = LocalHub.sha256(WEIGHTS);
    assertThat(file)
        .isEqualTo(folder.resolve("snapshots").resolve(LocalHub.COMMIT).resolve("onnx/model.onnx"));
    assertThat(file).hasBinaryContent(WEIGHTS);
    assertThat(Files.readSymbolicLink(file)).isEqualTo(Path.of("../../../blobs/" + sha256));
    assertThat(folder.resolve("blobs").resolve(sha256)).isRegularFile();
    assertThat(folder.resolve("refs/main")).hasContent(LocalHub.COMMIT);
    assertThat(folder.resolve("blobs").resolve(sha256 + ".incomplete")).doesNotExist();
  }

  @Test
  void keepsASmallFileUnderGitsHash() {
    Path file = client().fetch(SMALL);
    assertThat(file).hasBinaryContent(CONFIG);
    assertThat(home.resolve("models--org--model/blobs").resolve(LocalHub.gitHash(CONFIG)))
        .hasBinaryContent(CONFIG);
  }

  @Test
  void fetchesADatasetsFileFromItsOwnAddress() {
    HubRepository dataset = HubRepository.dataset("poloclub/diffusiondb");
    hub.addLarge(dataset, "images/part 000001.zip", WEIGHTS);
    Path file = client().fetch(new HubFile(dataset, "main", "images/part 000001.zip"));
    assertThat(file)
        .hasBinaryContent(WEIGHTS)
        .startsWith(home.resolve("datasets--poloclub--diffusiondb"));
    assertThat(hub.requests.get(0).path())
        .isEqualTo("/datasets/poloclub/diffusiondb/resolve/main/images/part 000001.zip");
  }

  @Test
  void givesTheTokenToTheHubAndNotToTheStorageHost() {
    hub.requireToken("hf_secret");
    client(settings(Optional.of("hf_secret"), false)).fetch(LARGE);
    assertThat(hub.requests)
        .allSatisfy(
            request ->
                assertThat(request.authorization())
                    .isEqualTo(request.host().startsWith("localhost") ? "" : "Bearer hf_secret"));
    assertThat(hub.requestsTo("localhost", "GET")).isEqualTo(1);
  }

  @Test
  void followsARenamedRepository() {
    HubFile renamed = new HubFile(HubRepository.model("renamed/model"), "main", LARGE.path());
    assertThat(client().fetch(renamed)).hasBinaryContent(WEIGHTS);
  }

  @Test
  void resumesAfterEachCut() {
    hub.failNext(new Fault.Cut(100_000), new Fault.Cut(50_000), new Fault.Cut(1));
    assertThat(client().fetch(LARGE)).hasBinaryContent(WEIGHTS);
    assertThat(
            hub.requests.stream().filter(r -> r.path().startsWith("/storage")).map(r -> r.range()))
        .containsExactly("", "bytes=100000-", "bytes=150000-", "bytes=150001-");
    assertThat(progress.bytes).isEqualTo(WEIGHTS.length);
  }

  @Test
  void resumesWhatAnEarlierRunLeft() throws IOException {
    leaveIncomplete(120_000);
    assertThat(client().fetch(LARGE)).hasBinaryContent(WEIGHTS);
    assertThat(hub.requests)
        .last()
        .satisfies(r -> assertThat(r.range()).isEqualTo("bytes=120000-"));
    assertThat(progress.bytes).isEqualTo(WEIGHTS.length - 120_000);
  }

  @Test
  void startsOverWhereTheHostIgnoresRanges() throws IOException {
    leaveIncomplete(120_000);
    hub.ignoreRanges();
    assertThat(client().fetch(LARGE)).hasBinaryContent(WEIGHTS);
  }

  @Test
  void startsOverWhereMoreIsThereThanTheFileHas() throws IOException {
    leaveIncomplete(WEIGHTS.length);
    Files.write(incomplete(), bytes(WEIGHTS.length + 1));
    assertThat(client().fetch(LARGE)).hasBinaryContent(WEIGHTS);
  }

  @Test
  void givesUpAfterFiveAttemptsInVain() {
    Fault.StorageRefusal busy = new Fault.StorageRefusal(503);
    hub.failNext(busy, busy, busy, busy, busy);
    assertFails(Code.RESOURCE, () -> client().fetch(LARGE), "503", "5 attempts", "resumes");
    assertThat(pauses)
        .containsExactly(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(8));
  }

  @Test
  void takesUpAStalledTransferAgain() {
    hub.failNext(new Fault.Stall(70_000));
    assertThat(client().fetch(LARGE)).hasBinaryContent(WEIGHTS);
    assertThat(hub.requests).last().satisfies(r -> assertThat(r.range()).startsWith("bytes="));
  }

  @Test
  void fetchesAnewWhatCameGarbled() {
    hub.failNext(new Fault.Garbled());
    assertThat(client().fetch(LARGE)).hasBinaryContent(WEIGHTS);
  }

  @Test
  void refusesContentThatKeepsComingWithAnotherHash() {
    hub.failNext(new Fault.Garbled(), new Fault.Garbled());
    assertFails(Code.DATA, () -> client().fetch(LARGE), "hash", "2 times");
    assertThat(incomplete()).doesNotExist();
    assertThat(client().find(LARGE)).isEmpty();
  }

  @Test
  void waitsAsLongAsABusyHubAsks() {
    hub.failNext(new Fault.Refusal(429, Map.of("Retry-After", "7")));
    assertThat(client().fetch(SMALL)).hasBinaryContent(CONFIG);
    assertThat(pauses).containsExactly(Duration.ofSeconds(7));
  }

  @Test
  void waitsUntilTheDateThatABusyHubNames() {
    hub.failNext(new Fault.Refusal(503, Map.of("Retry-After", "Wed, 21 Oct 2015 07:28:00 GMT")));
    client().fetch(SMALL);
    assertThat(pauses).containsExactly(Duration.ZERO);
  }

  @Test
  void saysHowLongToWaitWhereThatIsTooLong() {
    hub.failNext(new Fault.Refusal(429, Map.of("Retry-After", "3600")));
    assertFails(Code.RESOURCE, () -> client().fetch(SMALL), "429", "wait 3600 s", "HF_TOKEN");
    assertThat(pauses).isEmpty();
  }

  @Test
  void saysWhatToDoWithoutAToken() {
    hub.requireToken("hf_secret");
    assertFails(Code.USER, () -> client().fetch(LARGE), "401", "set HF_TOKEN", "org/model");
  }

  @Test
  void saysThatATokenIsWrong() {
    hub.requireToken("hf_secret");
    HubClient client = client(settings(Optional.of("hf_wrong"), false));
    assertFails(Code.USER, () -> client.fetch(LARGE), "401", "HF_TOKEN is not valid");
  }

  @Test
  void saysThatTermsMustBeAccepted() {
    hub.failNext(new Fault.Refusal(403, Map.of("X-Error-Code", "GatedRepo")));
    assertFails(Code.USER, () -> client().fetch(LARGE), "403", "Accept its terms at", "org/model");
  }

  @Test
  void saysWhichFileOrRevisionDoesNotExist() {
    assertFails(
        Code.USER,
        () -> client().fetch(new HubFile(REPOSITORY, "main", "none.onnx")),
        "404",
        "no file 'none.onnx'");
    assertFails(
        Code.USER,
        () -> client().fetch(new HubFile(REPOSITORY, "v9", "config.json")),
        "404",
        "no revision 'v9'");
  }

  @Test
  void refusesAServerThatIsNoHub() {
    hub.failNext(new Fault.Refusal(204, Map.of()));
    assertFails(Code.DATA, () -> client().fetch(SMALL), "X-Repo-Commit", "HF_ENDPOINT");
  }

  @Test
  void saysHowMuchSpaceIsMissingBeforeAnyByteComes() {
    Map<String, String> huge =
        Map.of(
            "X-Repo-Commit",
            LocalHub.COMMIT,
            "ETag",
            '"' + "a".repeat(64) + '"',
            "X-Linked-Size",
            "900000000000000000");
    hub.failNext(new Fault.Refusal(200, huge));
    assertFails(Code.RESOURCE, () -> client().fetch(LARGE), "bytes more", "HF_HOME");
    assertThat(hub.requestsTo("", "GET")).isZero();
  }

  @Test
  void saysThatTheDiskIsFull() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "skipped: this system has no /dev/full");
    Files.createDirectories(incomplete().getParent());
    Files.createSymbolicLink(incomplete(), full);
    assertFails(Code.RESOURCE, () -> client().fetch(LARGE), "cannot be written", "Free disk space");
    assertThat(pauses).isEmpty();
    Files.delete(incomplete());
    assertThat(client().fetch(LARGE)).hasBinaryContent(WEIGHTS);
  }

  @Test
  void usesWhatIsThereOffline() {
    client().fetch(LARGE);
    hub.requests.clear();
    HubClient offline = client(settings(Optional.empty(), true));
    assertThat(offline.fetch(LARGE)).hasBinaryContent(WEIGHTS);
    assertFails(Code.USER, () -> offline.fetch(SMALL), "HF_HUB_OFFLINE", "config.json");
    assertThat(hub.requests).isEmpty();
  }

  @Test
  void usesWhatIsThereWhereTheHubIsDown() {
    client().fetch(SMALL);
    hub.close();
    assertThat(client().fetch(SMALL)).hasBinaryContent(CONFIG);
  }

  @Test
  void saysWhatToCheckWhereTheHubIsDownAndNothingIsThere() {
    hub.close();
    assertFails(Code.RESOURCE, () -> client().fetch(SMALL), "cannot be reached", "HF_ENDPOINT");
  }

  @Test
  void asksOnceForAPinnedCommit() {
    HubFile pinned = new HubFile(REPOSITORY, LocalHub.COMMIT, LARGE.path());
    client().fetch(pinned);
    hub.requests.clear();
    client().fetch(pinned);
    assertThat(hub.requests).isEmpty();
    assertThat(home.resolve("models--org--model/refs")).doesNotExist();
  }

  @Test
  void fetchesOneContentOnceForTwoNames() {
    HubFile twin = new HubFile(REPOSITORY, "main", "copy/model.onnx");
    hub.addLarge(REPOSITORY, twin.path(), WEIGHTS);
    client().fetch(LARGE);
    assertThat(client().fetch(twin)).hasBinaryContent(WEIGHTS);
    assertThat(hub.requestsTo("localhost", "GET")).isEqualTo(1);
  }

  @Test
  void fetchesOnceForManyThreads() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Path>> fetches = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        fetches.add(threads.submit(() -> client().fetch(LARGE)));
      }
      for (Future<Path> fetch : fetches) {
        assertThat(fetch.get()).hasBinaryContent(WEIGHTS);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(hub.requestsTo("localhost", "GET")).isEqualTo(1);
  }

  @Test
  void noticesADamagedFileAndFetchesItAnew() throws IOException {
    Path file = client().fetch(LARGE);
    assertThat(client().isIntact(LARGE)).isTrue();
    Files.write(file.toRealPath(), bytes(10));
    assertThat(client().isIntact(LARGE)).isFalse();
    client().discard(LARGE);
    assertThat(client().find(LARGE)).isEmpty();
    assertThat(client().fetch(LARGE)).hasBinaryContent(WEIGHTS);
  }

  @Test
  void checksACopyAgainstTheContents() throws IOException {
    Path file = client().fetch(LARGE);
    Path blob = file.toRealPath();
    Files.delete(file);
    Files.copy(blob, file);
    assertThat(client().isIntact(LARGE)).isTrue();
    Files.write(file, bytes(10));
    assertThat(client().isIntact(LARGE)).isFalse();
  }

  private HubClient client() {
    return client(settings(Optional.empty(), false));
  }

  private HubClient client(HubSettings settings) {
    Retries retries = new Retries(5, Duration.ofSeconds(1), Duration.ofMinutes(5), pauses::add);
    return new HubClient(settings, progress, retries, Duration.ofMillis(300));
  }

  private HubSettings settings(Optional<String> token, boolean offline) {
    return new HubSettings(URI.create(hub.endpoint().toString()), home, token, offline);
  }

  private Path incomplete() {
    return home.resolve("models--org--model/blobs")
        .resolve(LocalHub.sha256(WEIGHTS) + ".incomplete");
  }

  private void leaveIncomplete(int size) throws IOException {
    Files.createDirectories(incomplete().getParent());
    Files.write(incomplete(), Arrays.copyOf(WEIGHTS, size));
  }

  private static void assertFails(Code code, ThrowingCallable action, String... words) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(ModelException.class, e -> assertThat(e.code()).isEqualTo(code))
        .message()
        .contains(words);
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    new Random(42).nextBytes(bytes);
    return bytes;
  }

  private static final class RecordedProgress implements DownloadListener {
    private long bytes;

    @Override
    public synchronized void started(HubFile file, long size, long alreadyThere) {}

    @Override
    public synchronized void received(HubFile file, long count) {
      bytes += count;
    }

    @Override
    public synchronized void finished(HubFile file) {}
  }
}
