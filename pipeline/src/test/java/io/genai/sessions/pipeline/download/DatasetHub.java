package io.genai.sessions.pipeline.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.codec.digest.DigestUtils;

/** A hub with one dataset, whose files lie on a storage host as on the public hub. */
final class DatasetHub implements AutoCloseable {
  private static final String DATASET = "/datasets/poloclub/diffusiondb/resolve/main/";
  private static final String STORAGE = "/storage/";

  private final HttpServer server;
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final AtomicInteger cutAfter = new AtomicInteger();

  /** The transfers that the storage host began: path, and the range asked for. */
  final List<String> transfers = new CopyOnWriteArrayList<>();

  DatasetHub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(DATASET, this::describe);
    server.createContext(STORAGE, this::send);
    server.start();
  }

  DatasetHub with(String path, byte[] content) {
    files.put(path, content);
    return this;
  }

  /** Breaks the next transfer off after so many bytes. */
  void cutNextAfter(int bytes) {
    cutAfter.set(bytes);
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void describe(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath().substring(DATASET.length());
      byte[] content = files.get(path);
      if (content == null) {
        exchange.getResponseHeaders().add("X-Error-Code", "EntryNotFound");
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      exchange.getResponseHeaders().add("X-Repo-Commit", "0".repeat(40));
      exchange
          .getResponseHeaders()
          .add("X-Linked-Etag", '"' + DigestUtils.sha256Hex(content) + '"');
      exchange.getResponseHeaders().add("X-Linked-Size", Integer.toString(content.length));
      exchange
          .getResponseHeaders()
          .add("Location", "http://localhost:" + server.getAddress().getPort() + STORAGE + path);
      exchange.sendResponseHeaders(302, -1);
    }
  }

  private void send(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath().substring(STORAGE.length());
      byte[] content = files.get(path);
      String range = exchange.getRequestHeaders().getFirst("Range");
      int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
      transfers.add(path + " from " + from);
      exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
      int cut = cutAfter.getAndSet(0);
      int length = cut > 0 ? cut : content.length - from;
      exchange.getResponseBody().write(content, from, length);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
