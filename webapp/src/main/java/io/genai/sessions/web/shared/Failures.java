package io.genai.sessions.web.shared;

import io.genai.sessions.models.ModelException;
import io.genai.sessions.warehouse.WarehouseException;

/** Says a failure in words for the person who looks at the page; the log has the rest. */
public final class Failures {
  private Failures() {}

  /** One or two sentences: what went wrong and what to try. */
  public static String words(Throwable failure) {
    if (failure instanceof WarehouseException warehouse) {
      return switch (warehouse.code()) {
        case USER, DATA -> warehouse.getMessage();
        case RESOURCE ->
            "The warehouse ran out of memory or is busy. Narrow the filters and try again.";
        case INTERNAL ->
            "The warehouse did not understand this view's question. The log says more.";
      };
    }
    if (failure instanceof ModelException model) {
      return "The model can't answer: " + model.getMessage();
    }
    return "Something went wrong on the server. Try again; the log says more.";
  }
}
