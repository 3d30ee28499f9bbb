package io.genai.sessions.models.generate;

import io.genai.sessions.models.ModelException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads one streamed answer, event by event. */
final class StreamedAnswer {
  private final int prompt;
  private final GenerationListener listener;
  private final StringBuilder text = new StringBuilder();
  private Optional<String> finish = Optional.empty();
  private TokenUsage usage = new TokenUsage(0, 0, 0, 0);

  StreamedAnswer(int prompt, GenerationListener listener) {
    this.prompt = prompt;
    this.listener = listener;
  }

  /** True if a listener has heard part of the text, so that it cannot be asked for again. */
  boolean toldSomeone() {
    return !text.isEmpty() && listener != GenerationListener.SILENT;
  }

  /** Reads to the end; empty if the stream ends before the answer does. */
  Optional<Generation> read(InputStream body) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (listener.cancelled()) {
        return Optional.of(new Generation(text.toString(), new FinishReason.Cancelled(), usage));
      }
      Optional<ChatCompletion.Event> event = ChatCompletion.event(line);
      event.ifPresent(this::take);
      if (event.isPresent() && event.get().last()) {
        break;
      }
    }
    return finish.map(reason -> new Generation(text.toString(), finishReason(reason), usage));
  }

  private void take(ChatCompletion.Event event) {
    if (!event.text().isEmpty()) {
      text.append(event.text());
      listener.onText(prompt, event.text());
    }
    finish = event.finish().or(() -> finish);
    usage = event.usage().orElse(usage);
  }

  private static FinishReason finishReason(String reason) {
    return switch (reason) {
      case "stop" -> new FinishReason.EndOfText();
      case "length" -> new FinishReason.LengthLimit();
      default ->
          throw new ModelException(
              ModelException.Code.DATA,
              "The server ended an answer for a reason that is not known here: " + reason);
    };
  }
}
