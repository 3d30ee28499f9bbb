package io.genai.sessions.models.generate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.genai.sessions.models.ModelException;
import java.util.Optional;

/** The messages of the chat completions protocol: the request, and the events of its answer. */
final class ChatCompletion {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DATA = "data:";
  private static final String LAST = "[DONE]";

  private ChatCompletion() {}

  /** The body of a streamed request for one prompt. */
  static String request(String model, GenerationRequest request, int prompt) {
    ObjectNode body = JSON.createObjectNode();
    body.put("model", model);
    messages(body.putArray("messages"), request.prompts().get(prompt));
    body.put("max_tokens", request.maximumTokens());
    if (request.sampling() instanceof Sampling.Nucleus nucleus) {
      body.put("temperature", nucleus.temperature()).put("top_p", nucleus.topP());
      body.put("seed", nucleus.seed() + prompt);
    } else {
      body.put("temperature", 0);
    }
    if (!request.stopStrings().isEmpty()) {
      request.stopStrings().forEach(body.putArray("stop")::add);
    }
    if (request.constraint() instanceof OutputConstraint.Json json) {
      body.putObject("response_format")
          .put("type", "json_schema")
          .putObject("json_schema")
          .put("name", "answer")
          .put("strict", true)
          .set("schema", JsonSchema.of(json.shape()));
    } else {
      Require.that(
          request.constraint() instanceof OutputConstraint.Free,
          "a server takes JSON shapes only, but the constraint was: %s. Run the model locally, or"
              + " use OutputConstraint.Json.",
          request.constraint());
    }
    body.put("stream", true).putObject("stream_options").put("include_usage", true);
    return body.toString();
  }

  private static void messages(ArrayNode messages, Prompt prompt) {
    if (prompt instanceof Prompt.Chat chat) {
      chat.messages()
          .forEach(
              message ->
                  messages
                      .addObject()
                      .put("role", message.role().wireName())
                      .put("content", message.content()));
    } else if (prompt instanceof Prompt.Text text) {
      messages.addObject().put("role", "user").put("content", text.instruction() + text.text());
    }
  }

  /**
   * One event of an answer.
   *
   * @param text piece of the output, often empty
   * @param finish the protocol's {@code finish_reason}, in the event that ends the output
   * @param usage in the last event, of servers that count
   */
  record Event(String text, Optional<String> finish, Optional<TokenUsage> usage, boolean last) {}

  /** The event of a line of {@code text/event-stream}; empty for comments and blank lines. */
  static Optional<Event> event(String line) {
    if (!line.startsWith(DATA)) {
      return Optional.empty();
    }
    String content = line.substring(DATA.length()).strip();
    if (content.equals(LAST)) {
      return Optional.of(new Event("", Optional.empty(), Optional.empty(), true));
    }
    JsonNode event;
    try {
      event = JSON.readTree(content);
    } catch (JsonProcessingException e) {
      throw new ModelException(
          ModelException.Code.DATA, "The server sent an event that is no JSON: " + content, e);
    }
    if (event.has("error")) {
      throw new ModelException(
          ModelException.Code.RESOURCE,
          "The server broke its answer off: "
              + event.path("error").path("message").asText(content));
    }
    JsonNode choice = event.path("choices").path(0);
    JsonNode usage = event.path("usage");
    return Optional.of(
        new Event(
            choice.path("delta").path("content").asText(""),
            Optional.ofNullable(choice.path("finish_reason").textValue()),
            usage.isObject() ? Optional.of(usage(usage)) : Optional.empty(),
            false));
  }

  private static TokenUsage usage(JsonNode usage) {
    return new TokenUsage(
        usage.path("prompt_tokens").asInt(),
        usage.path("prompt_tokens_details").path("cached_tokens").asInt(),
        usage.path("completion_tokens").asInt(),
        0);
  }

  /** What a server says of an error: its message if it has the protocol's form, or its text. */
  static String errorMessage(String body) {
    try {
      JsonNode answer = JSON.readTree(body);
      JsonNode error = answer.path("error");
      String message = error.isTextual() ? error.asText() : error.path("message").asText("");
      return message.isEmpty() ? answer.path("message").asText(body) : message;
    } catch (JsonProcessingException e) {
      // Proxies answer in HTML or plain text; that is the message then.
      return body.substring(0, Math.min(500, body.length()));
    }
  }
}
