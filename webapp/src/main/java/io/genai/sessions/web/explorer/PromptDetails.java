package io.genai.sessions.web.explorer;

import java.util.List;
import java.util.Optional;

/**
 * Everything that is known of one prompt.
 *
 * @param image blob key
 * @param fields what to show, in reading order
 * @param session the session of its latest generation
 * @param hasLook whether its image was embedded, so that others that look alike can be found
 */
record PromptDetails(
    long promptId,
    String text,
    Optional<String> image,
    boolean sensitive,
    List<Field> fields,
    Optional<String> session,
    boolean hasMeaning,
    boolean hasLook) {
  PromptDetails {
    fields = List.copyOf(fields);
  }

  /** A name and a value, both for a person. */
  record Field(String name, String value, String definition) {}
}
