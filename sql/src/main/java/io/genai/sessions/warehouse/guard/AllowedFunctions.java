package io.genai.sessions.warehouse.guard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The functions that a query may call: {@code sql/guard/functions.txt}. */
final class AllowedFunctions {
  private static final Set<String> IN_FROM = Set.of("range", "generate_series", "unnest");
  private static final Set<String> ANYWHERE = read();

  private AllowedFunctions() {}

  static boolean anywhere(String name) {
    return ANYWHERE.contains(name.toLowerCase(Locale.ROOT));
  }

  static boolean inFrom(String name) {
    return IN_FROM.contains(name.toLowerCase(Locale.ROOT));
  }

  private static Set<String> read() {
    try (InputStream stream =
            Objects.requireNonNull(
                AllowedFunctions.class.getResourceAsStream("functions.txt"), "functions.txt");
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("# "))
          .flatMap(line -> Arrays.stream(line.split(" ")))
          .filter(name -> !name.isBlank())
          .map(name -> name.toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException("functions.txt is not readable", e);
    }
  }
}
