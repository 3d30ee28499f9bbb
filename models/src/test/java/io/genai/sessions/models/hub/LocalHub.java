package io.genai.sessions.models.hub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A hub that behaves as the public one does: resolve URLs, redirects to a storage host, entity
 * tags, ranges, error codes; and, when told to, as it does on a bad day.
 */
public final class LocalHub implements AutoCloseable {
  static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

  /** One bad answer, used up by the first request that it fits. */
  sealed interface Fault {
    /** The storage host breaks off after so many bytes. */
    record Cut(int afterBytes) implements Fault {}

    /** The storage host sends so many bytes, then nothing until the hub closes. */
    record Stall(int afterBytes) implements Fault {}

    /** The storage host sends other bytes than those asked for. */
    record Garbled() implements Fault {}

    /** The hub refuses. */
    record Refusal(int status, Map<String, String> headers) implements Fault {}

    /** The storage host refuses. */
    record StorageRefusal(int status) implements Fault {}
  }

  private record StoredFile(byte[] content, boolean large) {}

  record SeenRequest(String method, String host, String path, String authorization, String range) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, StoredFile> files = new ConcurrentHashMap<>();
  private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile String requiredToken = "";
  private volatile boolean ignoresRanges;

  final List<SeenRequest> requests = new CopyOnWriteArrayList<>();

  public LocalHub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Another name of the same machine, so another host to a client. */
  private URI storage() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** Adds a file kept in large-file storage, named by SHA-256. */
  public void addLarge(HubRepository repository, String path, byte[] content) {
    files.put(repository.urlPath() + "/" + path, new StoredFile(content, true));
  }

  /** Adds a file kept in git, named by git's SHA-1. */
  public void addSmall(HubRepository repository, String path, byte[] content) {
    files.put(repository.urlPath() + "/" + path, new StoredFile(content, false));
  }

  /** Lets the storage host break off one transfer after so many bytes. */
  public void cutNextAfter(int bytes) {
    failNext(new Fault.Cut(bytes));
  }

  /** Returns how many transfers the storage host has begun. */
  public long transfers() {
    return requestsTo("localhost", "GET");
  }

  void failNext(Fault... next) {
    faults.addAll(List.of(next));
  }

  void requireToken(String token) {
    requiredToken = token;
  }

  void ignoreRanges() {
    ignoresRanges = true;
  }

  long requestsTo(String host, String method) {
    return requests.stream()
        .filter(request -> request.host().startsWith(host) && request.method().equals(method))
        .count();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String host = exchange.getRequestHeaders().getFirst("Host");
      String path = exchange.getRequestURI().getPath();
      String authorization = exchange.getRequestHeaders().getFirst("Authorization");
      String range = exchange.getRequestHeaders().getFirst("Range");
      requests.add(
          new SeenRequest(
              exchange.getRequestMethod(),
              host,
              path,
              authorization == null ? "" : authorization,
              range == null ? "" : range));
      if (path.startsWith("/storage/")) {
        answerAsStorage(exchange, path.substring("/storage/".length()));
      } else {
        answerAsHub(exchange, path.substring(1));
      }
    }
  }

  private void answerAsHub(HttpExchange exchange, String path) throws IOException {
    if (faults.peek() instanceof Fault.Refusal refusal) {
      faults.remove();
      refusal.headers().forEach(exchange.getResponseHeaders()::add);
      exchange.sendResponseHeaders(refusal.status(), -1);
      return;
    }
    if (!requiredToken.isEmpty()
        && !("Bearer " + requiredToken)
            .equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      exchange.sendResponseHeaders(401, -1);
      return;
    }
    if (path.startsWith("renamed/")) {
      exchange.getResponseHeaders().add("Location", "/" + path.replaceFirst("renamed/", "org/"));
      exchange.sendResponseHeaders(307, -1);
      return;
    }
    String[] parts = path.split("/resolve/", 2);
    String revision = parts.length < 2 ? "" : parts[1].split("/", 2)[0];
    if (!revision.equals("main") && !HubFile.isCommit(revision)) {
      refuse(exchange, "RevisionNotFound");
      return;
    }
    String name = parts[0] + "/" + parts[1].split("/", 2)[1];
    StoredFile file = files.get(name);
    if (file == null) {
      refuse(exchange, "EntryNotFound");
      return;
    }
    exchange.getResponseHeaders().add("X-Repo-Commit", revision.equals("main") ? COMMIT : revision);
    if (file.large()) {
      exchange.getResponseHeaders().add("X-Linked-Etag", '"' + sha256(file.content()) + '"');
      exchange.getResponseHeaders().add("X-Linked-Size", "" + file.content().length);
      exchange
          .getResponseHeaders()
          .add("Location", storage() + "/storage/" + name.replace(" ", "%20"));
      exchange.sendResponseHeaders(302, -1);
    } else {
      exchange.getResponseHeaders().add("ETag", "W/\"" + gitHash(file.content()) + '"');
      send(exchange, file.content());
    }
  }

  private static void refuse(HttpExchange exchange, String code) throws IOException {
    exchange.getResponseHeaders().add("X-Error-Code", code);
    exchange.sendResponseHeaders(404, -1);
  }

  private void answerAsStorage(HttpExchange exchange, String name) throws IOException {
    byte[] content = files.get(name).content();
    Fault fault = faults.poll();
    if (fault instanceof Fault.StorageRefusal refusal) {
      exchange.sendResponseHeaders(refusal.status(), -1);
    } else if (fault instanceof Fault.Garbled) {
      byte[] garbled = content.clone();
      garbled[garbled.length / 2] ^= 1;
      send(exchange, garbled);
    } else if (fault instanceof Fault.Cut cut) {
      sendPart(exchange, content, cut.afterBytes());
    } else if (fault instanceof Fault.Stall stall) {
      OutputStream out = sendPart(exchange, content, stall.afterBytes());
      out.flush();
      awaitClosing();
    } else {
      send(exchange, content);
    }
  }

  /** Announces what is left of the content, and sends only the first bytes of it. */
  private OutputStream sendPart(HttpExchange exchange, byte[] content, int bytes)
      throws IOException {
    int from = firstByte(exchange);
    exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
    OutputStream out = exchange.getResponseBody();
    out.write(content, from, Math.min(bytes, content.length - from));
    return out;
  }

  private void send(HttpExchange exchange, byte[] content) throws IOException {
    int from = firstByte(exchange);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    if (head) {
      exchange.getResponseHeaders().add("Content-Length", "" + content.length);
    }
    exchange.sendResponseHeaders(from > 0 ? 206 : 200, head ? -1 : content.length - from);
    if (!head) {
      exchange.getResponseBody().write(content, from, content.length - from);
    }
  }

  private int firstByte(HttpExchange exchange) {
    String range = exchange.getRequestHeaders().getFirst("Range");
    return range == null || ignoresRanges
        ? 0
        : Integer.parseInt(range.replace("bytes=", "").replace("-", ""));
  }

  private void awaitClosing() {
    try {
      closing.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static String sha256(byte[] content) {
    return HexFormat.of().formatHex(digest("SHA-256").digest(content));
  }

  static String gitHash(byte[] content) {
    MessageDigest digest = digest("SHA-1");
    digest.update(("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII));
    return HexFormat.of().formatHex(digest.digest(content));
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
