package io.genai.sessions.web.copilot;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps, on this machine only, what was asked, generated, edited and run: a JSON line each. */
public final class AuditLog {
  private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final Clock clock;

  /** A log in this file. */
  public AuditLog(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  /** Notes what became of a question. */
  public void asked(String question, Generated generated) {
    ObjectNode entry = entry("asked");
    entry.put("question", question);
    if (generated instanceof Generated.Query query) {
      entry.put("generator", query.generator()).put("sql", query.sql());
    } else if (generated instanceof Generated.Refused refused) {
      entry.put("refused", refused.reason());
    }
    write(entry);
  }

  /**
   * Notes a run.
   *
   * @param edited whether a person changed the SQL after it was generated
   */
  public void ran(String question, String sql, boolean edited, String outcome) {
    write(
        entry("ran")
            .put("question", question)
            .put("sql", sql)
            .put("edited", edited)
            .put("outcome", outcome));
  }

  private ObjectNode entry(String event) {
    return JSON.createObjectNode().put("time", clock.instant().toString()).put("event", event);
  }

  private synchronized void write(ObjectNode entry) {
    try {
      Path directory = file.toAbsolutePath().getParent();
      if (directory != null) {
        Files.createDirectories(directory);
      }
      Files.writeString(
          file,
          JSON.writeValueAsString(entry) + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      // An answer is worth more than its record, but nobody should miss that it is not kept.
      LOG.warn("the audit log {} cannot be written: {}", file, e.getMessage());
    }
  }
}
