package io.genai.sessions.web.copilot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.genai.sessions.warehouse.guard.GuardedQueries;
import io.genai.sessions.warehouse.guard.QueryLimits;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.embedded.DataProfile;
import io.genai.sessions.web.copilot.embedded.EmbeddedGenerator;
import io.genai.sessions.web.copilot.evaluation.CopilotEvaluation.Finding;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Floors that only ever rise. */
class CopilotEvaluationIT {
  private static final String UNANSWERABLE = "UNANSWERABLE";

  @TempDir static Path directory;
  private static Path warehouse;

  @BeforeAll
  static void fill() throws Exception {
    warehouse = ToyWarehouse.write(directory);
  }

  @Test
  void theDevelopmentSetIsAnswered() throws Exception {
    List<Finding> findings = findings(ToyWarehouse.SHARED.resolve("eval/copilot-dev.jsonl"));
    assertThat(share(findings, false)).isGreaterThanOrEqualTo(1.0);
    assertThat(share(findings, true)).isGreaterThanOrEqualTo(1.0);
  }

  @Test
  void ourOwnQuestionsAreAnswered() throws Exception {
    List<Finding> findings =
        findings(Path.of("src/test/resources/io/genai/sessions/web/copilot/questions.jsonl"));
    assertThat(share(findings, false)).isGreaterThanOrEqualTo(0.97);
    assertThat(share(findings, true)).isGreaterThanOrEqualTo(1.0);
  }

  @Test
  void questionsOfAnotherAuthorAreAnsweredOrRefusedButSeldomWrong() throws Exception {
    List<Finding> findings =
        findings(Path.of("src/test/resources/io/genai/sessions/web/copilot/authored.jsonl"));
    assertThat(share(findings, false)).isGreaterThanOrEqualTo(0.96);
    assertThat(share(findings, true)).isGreaterThanOrEqualTo(1.0);
    assertThat(findings)
        .filteredOn(finding -> !finding.right() && !finding.reason().equals("refused"))
        .hasSizeLessThanOrEqualTo(2);
  }

  private static List<Finding> findings(Path questions) throws Exception {
    try (GuardedQueries queries = GuardedQueries.over(warehouse, QueryLimits.defaults())) {
      return CopilotEvaluation.evaluate(
          questions,
          queries,
          EmbeddedGenerator.over(SemanticModel.load(), DataProfile.read(queries), queries));
    }
  }

  private static double share(List<Finding> findings, boolean unanswerable) {
    return findings.stream()
        .filter(finding -> finding.gold().equals(UNANSWERABLE) == unanswerable)
        .mapToInt(finding -> finding.right() ? 1 : 0)
        .average()
        .orElseThrow();
  }
}
