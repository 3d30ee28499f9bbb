package io.genai.sessions.models.generate;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The text of one output as it grows. Told on only when it is certain: bytes that are not yet a
 * whole character, and characters that may be the beginning of a stop string, are held back.
 */
final class OutputText {
  private final List<String> stopStrings;
  private final Consumer<String> listener;
  private final StringBuilder text = new StringBuilder();
  private byte[] unfinished = {};
  private int told;

  OutputText(List<String> stopStrings, Consumer<String> listener) {
    this.stopStrings = stopStrings;
    this.listener = listener;
  }

  /** Adds the bytes of a token; the stop string that it completes, if it does, which ends all. */
  Optional<String> append(byte[] bytes) {
    byte[] all = Arrays.copyOf(unfinished, unfinished.length + bytes.length);
    System.arraycopy(bytes, 0, all, unfinished.length, bytes.length);
    int whole = wholeCharacters(all);
    unfinished = Arrays.copyOfRange(all, whole, all.length);
    text.append(new String(all, 0, whole, StandardCharsets.UTF_8));
    Optional<String> stop = firstStop();
    if (stop.isPresent()) {
      text.setLength(text.indexOf(stop.get(), told));
      unfinished = new byte[0];
    }
    tell(stop.isPresent() ? text.length() : text.length() - heldBack());
    return stop;
  }

  /** Tells what was held back. Call once, at the end. */
  void finish() {
    text.append(new String(unfinished, StandardCharsets.UTF_8));
    unfinished = new byte[0];
    tell(text.length());
  }

  String text() {
    return text.toString();
  }

  private void tell(int end) {
    if (end > told) {
      listener.accept(text.substring(told, end));
      told = end;
    }
  }

  private Optional<String> firstStop() {
    return stopStrings.stream()
        .filter(stop -> text.indexOf(stop, told) >= 0)
        .min(java.util.Comparator.comparingInt(stop -> text.indexOf(stop, told)));
  }

  /** Length of the longest end of the text that some stop string begins with. */
  private int heldBack() {
    int longest = 0;
    for (String stop : stopStrings) {
      for (int length = Math.min(stop.length() - 1, text.length() - told); length > longest; ) {
        if (text.indexOf(stop.substring(0, length), text.length() - length) >= 0) {
          longest = length;
        }
        length--;
      }
    }
    return longest;
  }

  /** How many leading bytes are whole UTF-8 characters (or can never become one). */
  private static int wholeCharacters(byte[] bytes) {
    for (int back = 1; back <= Math.min(3, bytes.length); back++) {
      int lead = bytes[bytes.length - back] & 0xFF;
      if (lead >= 0xC0) {
        int needed = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        return needed > back ? bytes.length - back : bytes.length;
      } else if (lead < 0x80) {
        return bytes.length;
      }
    }
    return bytes.length;
  }
}
