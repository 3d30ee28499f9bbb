package io.genai.sessions.web.copilot;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** An OpenAI-compatible server that says its lines in order, then fails. */
final class ScriptedServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final BlockingQueue<String> lines;

  ScriptedServer(String... lines) {
    this.lines = new LinkedBlockingQueue<>(List.of(lines));
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/v1/chat/completions",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          String line = this.lines.poll();
          byte[] body = line == null ? new byte[0] : events(line);
          exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
          exchange.sendResponseHeaders(
              line == null ? 400 : 200, body.length == 0 ? -1 : body.length);
          if (body.length > 0) {
            exchange.getResponseBody().write(body);
          }
          exchange.close();
        });
    server.start();
  }

  private static byte[] events(String line) throws IOException {
    Map<String, Object> choice =
        Map.of("index", 0, "delta", Map.of("content", line), "finish_reason", "stop");
    return ("data: "
            + JSON.writeValueAsString(Map.of("choices", List.of(choice)))
            + "\n\ndata: [DONE]\n\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
