package io.genai.sessions.web.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.genai.sessions.web.WebServices;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplorerStateTest {

  @Test
  void aLinkRestoresWhatItWasMadeFrom() {
    try (WebServices services = WebServices.overShared()) {
      Map<String, List<String>> link =
          Map.of(
              "q", List.of("a fox"),
              "art_style", List.of("anime"),
              "alignment-from", List.of("0.2"),
              "sensitive", List.of("shown"),
              "prompt", List.of("7"));
      ExplorerState.Parsed parsed = ExplorerState.parse(link, services.parameters());

      assertThat(parsed.notes()).isEmpty();
      assertThat(parsed.state().request().likeness()).isEqualTo(new Likeness.Meaning("a fox"));
      assertThat(ExplorerState.parse(parsed.state().print(), services.parameters()).state())
          .isEqualTo(parsed.state());
    }
  }

  @Test
  void brokenPartsOfALinkAreLeftOutWithANote() {
    try (WebServices services = WebServices.overShared()) {
      ExplorerState.Parsed parsed =
          ExplorerState.parse(
              Map.of(
                  "like", List.of("../../etc/passwd"),
                  "prompt", List.of("9e99"),
                  "alignment-from", List.of("NaN"),
                  "alignment-to", List.of("7"),
                  "q", List.of("x".repeat(3000))),
              services.parameters());

      assertThat(parsed.notes()).hasSize(5);
      assertThat(parsed.state().openPrompt()).isEmpty();
      assertThat(parsed.state().request().leastAlignment()).isEqualTo(Optional.empty());
    }
  }
}
