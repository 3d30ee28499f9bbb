package io.genai.sessions.models.generate;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ChatTemplateTest {
  @Test
  void aTemplateOfAnotherKindIsRefused() {
    assertThatThrownBy(
            () -> ChatTemplate.of("{{ '[INST] ' + messages[0]['content'] + ' [/INST]' }}"))
        .hasMessageContaining("Only ChatML")
        .hasMessageContaining("[INST]");
  }
}
