package io.genai.sessions.web.shared;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.Tooltip;
import io.genai.sessions.web.data.DataState;
import io.genai.sessions.web.data.DataVersion;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Which data is shown, how old it is, and what in it is made up. */
final class DataBadges extends Div {

  DataBadges() {
    addClassName("data-badges");
  }

  void show(DataState state) {
    removeAll();
    if (state instanceof DataState.Ready ready) {
      show(ready.version());
    }
  }

  private void show(DataVersion version) {
    Span age = new Span("built " + Formats.ago(version.info().builtAt(), Instant.now()));
    age.addClassName("data-age");
    Span origin =
        new Span(
            "from run %s, %s"
                .formatted(
                    version.info().runId(),
                    Formats.count(version.info().generations(), "row", "rows")));
    origin.addClassName("data-origin");
    Div text = new Div(age, origin);
    text.addClassName("data-version");
    explain(
        text,
        "Run %s of “%s”, built %s UTC: %s, %s, %s."
            .formatted(
                version.info().runId(),
                version.info().input(),
                Formats.minute(LocalDateTime.ofInstant(version.info().builtAt(), ZoneOffset.UTC)),
                Formats.count(version.info().generations(), "generation", "generations"),
                Formats.count(version.info().sessions(), "session", "sessions"),
                Formats.count(version.info().users(), "user", "users")));
    add(text);
    if (!version.info().simulatedColumns().isEmpty()) {
      add(
          badge(
              "simulated telemetry",
              "Made up by the pipeline, because the input has none: "
                  + String.join(
                      ", ", version.info().simulatedColumns().stream().sorted().toList())));
    }
    if (!version.embeddedModels().isEmpty()) {
      add(
          badge(
              "embedded models",
              "Built-in models, in place of larger ones that can be fetched: "
                  + String.join(", ", version.embeddedModels())));
    }
  }

  private static Span badge(String text, String explanation) {
    Span badge = new Span(text);
    badge.addClassName("badge");
    explain(badge, explanation);
    return badge;
  }

  private static void explain(com.vaadin.flow.component.Component component, String text) {
    component.getElement().setAttribute("tabindex", "0");
    Tooltip.forComponent(component).setText(text);
  }
}
