package io.genai.sessions.models.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputTextTest {
  private final List<String> told = new ArrayList<>();

  @Test
  void aCharacterIsToldOnlyWhenItsBytesAreAllThere() {
    OutputText output = new OutputText(List.of(), told::add);
    for (byte part : "é🦙!".getBytes(StandardCharsets.UTF_8)) {
      output.append(new byte[] {part});
    }
    output.finish();
    assertThat(told).containsExactly("é", "🦙", "!");
  }

  @Test
  void whatMayBecomeAStopStringIsHeldBack() {
    OutputText output = new OutputText(List.of("STOP"), told::add);
    output.append(bytes("a ST"));
    assertThat(told).containsExactly("a ");
    output.append(bytes("AR"));
    assertThat(told).containsExactly("a ", "STAR");
    assertThat(output.append(bytes("S STOP and more"))).contains("STOP");
    assertThat(output.text()).isEqualTo("a STARS ");
    assertThat(String.join("", told)).isEqualTo("a STARS ");
  }

  @Test
  void theFirstOfSeveralStopStringsEndsTheText() {
    OutputText output = new OutputText(List.of("two", "one"), told::add);
    assertThat(output.append(bytes("zero one two"))).contains("one");
    assertThat(output.text()).isEqualTo("zero ");
  }

  @Test
  void bytesThatAreNoCharacterBecomeAReplacementAtTheEnd() {
    OutputText output = new OutputText(List.of(), told::add);
    output.append(new byte[] {'a', (byte) 0xF0, (byte) 0x9F});
    output.finish();
    assertThat(output.text()).isEqualTo("a\uFFFD");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
