package io.genai.sessions.web.copilot.evaluation;

import io.genai.sessions.warehouse.guard.GuardedQueries;
import io.genai.sessions.warehouse.guard.QueryLimits;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.Percentiles;
import io.genai.sessions.web.copilot.embedded.DataProfile;
import io.genai.sessions.web.copilot.embedded.EmbeddedGenerator;
import io.genai.sessions.web.copilot.evaluation.CopilotEvaluation.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a question takes to become SQL that the warehouse binds, over the development set and
 * our own questions, each asked once.
 *
 * <p>{@code mvn verify -pl webapp -am -Pbenchmarks -Dit.test=CopilotBenchmark
 * -Dfailsafe.failIfNoSpecifiedTests=false}
 */
class CopilotBenchmark {
  private static final Path OWN =
      Path.of("src/test/resources/io/genai/sessions/web/copilot/questions.jsonl");

  @TempDir Path directory;

  @Test
  void fromQuestionToSql() throws Exception {
    Path warehouse = ToyWarehouse.write(directory);
    List<Double> milliseconds = new ArrayList<>();
    for (Path questions : List.of(OWN, ToyWarehouse.SHARED.resolve("eval/copilot-dev.jsonl"))) {
      try (GuardedQueries queries = GuardedQueries.over(warehouse, QueryLimits.defaults())) {
        EmbeddedGenerator generator =
            EmbeddedGenerator.over(SemanticModel.load(), DataProfile.read(queries), queries);
        CopilotEvaluation.evaluate(questions, queries, generator).stream()
            .map(Finding::milliseconds)
            .forEach(milliseconds::add);
      }
    }
    System.out.printf("from question to SQL: %s%n", Percentiles.of(milliseconds));
    System.out.printf(
        "| P10 | Copilot, %d questions to SQL, p95 | %.0f ms | ≤ 50 ms |%n",
        milliseconds.size(), Percentiles.of(milliseconds).p95());
  }
}
