package io.genai.sessions.pipeline.read;

import java.util.Locale;

/** DiffusionDB's samplers; the metadata tables write code 1 for the first, and so on. */
enum Sampler {
  DDIM,
  PLMS,
  K_EULER,
  K_EULER_ANCESTRAL,
  K_HEUN,
  K_DPM_2,
  K_DPM_2_ANCESTRAL,
  K_LMS,
  OTHERS;

  /** The sampler of a metadata table's code; unknown codes are {@link #OTHERS}. */
  static Sampler ofCode(long code) {
    return code >= 1 && code <= values().length ? values()[(int) code - 1] : OTHERS;
  }

  /** The sampler of a part's name or code; unknown ones are {@link #OTHERS}. */
  static Sampler ofName(String name) {
    String wanted = name.strip().toUpperCase(Locale.ROOT);
    if (wanted.matches("[0-9]{1,3}")) {
      return ofCode(Long.parseLong(wanted));
    }
    for (Sampler sampler : values()) {
      if (sampler.name().equals(wanted)) {
        return sampler;
      }
    }
    return OTHERS;
  }

  /** The name in the warehouse, such as {@code k_lms}. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
