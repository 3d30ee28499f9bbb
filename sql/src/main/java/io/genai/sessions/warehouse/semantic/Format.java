package io.genai.sessions.warehouse.semantic;

import java.util.Locale;

/** How a figure is written. */
public enum Format {
  INTEGER,
  DECIMAL,
  PERCENT,
  MILLISECONDS,
  CREDITS,
  MINUTES,
  HOURS;

  /** The lower-case name that the YAML files and the browser's formatters use. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
