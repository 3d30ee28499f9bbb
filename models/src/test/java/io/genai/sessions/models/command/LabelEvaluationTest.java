package io.genai.sessions.models.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.genai.sessions.models.SharedMaterial;
import io.genai.sessions.models.label.EmbeddedPromptLabeler;
import io.genai.sessions.models.label.PromptLabels;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LabelEvaluationTest {
  private static final String CAT =
      "{\"id\": 1, \"prompt\": \"a cat in a forest, watercolor\", \"subject\": \"animal\","
          + " \"art_style\": \"oil painting\", \"mood\": \"serene\", \"setting\": \"forest\","
          + " \"lighting\": \"unspecified\", \"complexity_score\": 2, \"has_nsfw_intent\": false,"
          + " \"also\": {\"art_style\": [\"watercolor\"]}}\n";

  @Test
  void printsAccuracyFloorAndMisses(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("set.jsonl"), CAT);
    StringWriter out = new StringWriter();
    int exitCode =
        LabelEvaluation.commandLine().setOut(new PrintWriter(out)).execute(file.toString());
    assertThat(exitCode).isZero();
    assertThat(out.toString())
        .contains("embedded-labels-v3 on 1 prompts of set.jsonl")
        .containsPattern("subject +1.000 +1.000 +1.000 / 1.000")
        .containsPattern("art_style +0.000 +1.000 +1.000 / 1.000")
        .contains("1: a cat in a forest, watercolor")
        .contains("~ art_style: expected ");
  }

  @Test
  void saysWhatIsWrongWithTheFileOrTheOption(@TempDir Path directory) throws IOException {
    Path broken = Files.writeString(directory.resolve("broken.jsonl"), "{\"prompt\": \"a\"}");
    Path whole = Files.writeString(directory.resolve("whole.jsonl"), CAT);
    assertThat(failure(broken.toString())).contains("broken.jsonl:1: 'subject' is missing");
    assertThat(failure(directory.resolve("none.jsonl").toString())).contains("cannot be read");
    assertThat(failure(whole.toString(), "--labels=server")).contains("needs --server");
    assertThat(failure(whole.toString(), "--labels=clip-vit-b32")).contains("is a clip");
    assertThat(failure(whole.toString(), "--labels=gpt-9")).contains("gpt-9");
  }

  /** Only ever rises. Lenient accuracy on the development set, all of its prompts. */
  @Test
  void theEmbeddedLabelerKeepsItsAccuracyOnTheDevelopmentSet() {
    Map<String, Double> floors = new LinkedHashMap<>();
    floors.put("subject", 0.93);
    floors.put("art_style", 0.96);
    floors.put("mood", 0.93);
    floors.put("setting", 0.94);
    floors.put("lighting", 0.97);
    floors.put("complexity_score", 0.92);
    floors.put("has_nsfw_intent", 0.98);
    List<LabelledPrompt> prompts =
        LabelledPrompt.read(SharedMaterial.file("eval/labels-dev.jsonl"));
    try (EmbeddedPromptLabeler labeler = EmbeddedPromptLabeler.open()) {
      List<PromptLabels> answers =
          labeler.label(prompts.stream().map(LabelledPrompt::prompt).toList());
      floors.forEach(
          (label, floor) -> {
            LabelReport.Accuracy accuracy = LabelReport.Accuracy.of(label, prompts, answers);
            assertThat(accuracy.lenient()).as("lenient %s", label).isGreaterThanOrEqualTo(floor);
            assertThat(accuracy.strict())
                .as("strict %s against the majority", label)
                .isGreaterThan(accuracy.floorStrict());
          });
    }
  }

  private static String failure(String... arguments) {
    StringWriter error = new StringWriter();
    CommandLine command = LabelEvaluation.commandLine().setErr(new PrintWriter(error));
    assertThat(command.execute(arguments)).isNotZero();
    return error.toString();
  }
}
