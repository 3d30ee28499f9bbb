package io.genai.sessions.models.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A local server of chat completions that answers as vLLM does: server-sent events with a role
 * first, pieces of content, a finish reason, the usage, and {@code [DONE]}. What it does next is
 * set ahead; with nothing set it answers "fine".
 */
public final class ChatServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What the server does with one request. */
  public interface Behaviour {
    void answer(HttpExchange exchange, JsonNode request) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Queue<Behaviour> script = new ConcurrentLinkedQueue<>();
  private final Queue<JsonNode> requests = new ConcurrentLinkedQueue<>();
  private final Queue<String> keys = new ConcurrentLinkedQueue<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  /** Starts it on a free port of this machine. */
  public ChatServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/v1/chat/completions", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode request = JSON.readTree(exchange.getRequestBody());
      requests.add(request);
      keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
      Behaviour next = script.poll();
      (next == null ? says(List.of("fine"), "stop") : next).answer(exchange, request);
    }
  }

  /** Where it listens. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What it was asked. */
  public List<JsonNode> requests() {
    return List.copyOf(requests);
  }

  List<String> keys() {
    return List.copyOf(keys);
  }

  /** Sets what it does with the next requests. */
  public void next(Behaviour... behaviours) {
    script.addAll(List.of(behaviours));
  }

  /** A whole answer in pieces. */
  public static Behaviour says(List<String> pieces, String finish) {
    return (exchange, request) -> {
      OutputStream body = begin(exchange);
      for (String piece : pieces) {
        send(body, delta(piece));
      }
      ObjectNode end = delta("");
      ((ObjectNode) end.path("choices").path(0)).put("finish_reason", finish);
      send(body, end);
      ObjectNode usage = chunk();
      usage.putArray("choices");
      usage
          .putObject("usage")
          .put("prompt_tokens", 12)
          .put("completion_tokens", pieces.size())
          .putObject("prompt_tokens_details")
          .put("cached_tokens", 8);
      send(body, usage);
      write(body, "data: [DONE]\n\n");
    };
  }

  /** Repeats what the last message said. */
  static Behaviour echoes() {
    return (exchange, request) -> {
      JsonNode messages = request.path("messages");
      says(List.of(messages.path(messages.size() - 1).path("content").asText()), "length")
          .answer(exchange, request);
    };
  }

  /** Two pieces, then the connection is gone. */
  static Behaviour breaksOff() {
    return (exchange, request) -> {
      OutputStream body = begin(exchange);
      send(body, delta("half "));
      send(body, delta("of "));
    };
  }

  /** Begins to answer and says no more until the server closes. */
  Behaviour hangs() {
    return (exchange, request) -> {
      send(begin(exchange), delta("well"));
      try {
        closing.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  /** Sends a line as an event. */
  static Behaviour sends(String line) {
    return (exchange, request) -> write(begin(exchange), line + "\n\n");
  }

  /** Refuses in the protocol's form, with headers. */
  public static Behaviour refuses(int status, String message, String... headers) {
    return (exchange, request) -> {
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
      }
      ObjectNode error = JSON.createObjectNode();
      error.putObject("error").put("message", message).put("type", "server_error");
      byte[] body = error.toString().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    };
  }

  private static OutputStream begin(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "text/event-stream; charset=utf-8");
    exchange.sendResponseHeaders(200, 0);
    write(exchange.getResponseBody(), ": keep-alive\n\n");
    ObjectNode role = delta("");
    ((ObjectNode) role.path("choices").path(0).path("delta")).put("role", "assistant");
    send(exchange.getResponseBody(), role);
    return exchange.getResponseBody();
  }

  private static ObjectNode chunk() {
    return JSON.createObjectNode()
        .put("id", "chatcmpl-1")
        .put("object", "chat.completion.chunk")
        .put("created", 1_767_225_600)
        .put("model", "local");
  }

  private static ObjectNode delta(String content) {
    ObjectNode chunk = chunk();
    ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
    choice.putObject("delta").put("content", content);
    choice.putNull("finish_reason");
    return chunk;
  }

  private static void send(OutputStream body, JsonNode event) throws IOException {
    write(body, "data: " + event + "\n\n");
  }

  private static void write(OutputStream body, String text) throws IOException {
    body.write(text.getBytes(StandardCharsets.UTF_8));
    body.flush();
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
