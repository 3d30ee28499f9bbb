package io.genai.sessions.web.copilot.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.generate.FinishReason;
import io.genai.sessions.models.generate.Generation;
import io.genai.sessions.models.generate.GenerationListener;
import io.genai.sessions.models.generate.GenerationRequest;
import io.genai.sessions.models.generate.Prompt;
import io.genai.sessions.models.generate.TextGenerator;
import io.genai.sessions.models.generate.TokenUsage;
import io.genai.sessions.warehouse.Warehouse;
import io.genai.sessions.warehouse.WarehouseLease;
import io.genai.sessions.warehouse.guard.GuardedQueries;
import io.genai.sessions.warehouse.guard.QueryLimits;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.SmallWarehouse;
import io.genai.sessions.web.copilot.Generated;
import io.genai.sessions.web.copilot.SqlGenerator;
import io.genai.sessions.web.copilot.VerifiedQuestions;
import io.genai.sessions.web.copilot.embedded.DataProfile;
import io.genai.sessions.web.copilot.embedded.EmbeddedGenerator;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LlmGeneratorIT {
  private static GuardedQueries queries;

  @BeforeAll
  static void start() {
    queries = GuardedQueries.over(SmallWarehouse.shared().file(), QueryLimits.defaults());
  }

  @AfterAll
  static void stop() {
    queries.close();
  }

  @Test
  void sqlThatBindsIsShown() {
    Scripted script = new Scripted(" count(*) FROM dim_users");
    assertThat(ask(script, "how many users?"))
        .isInstanceOfSatisfying(
            Generated.Query.class,
            query -> {
              assertThat(query.sql()).isEqualTo("SELECT count(*) FROM dim_users");
              assertThat(query.generator()).isEqualTo("scripted");
            });
    assertThat(script.asked.get(0))
        .contains("CREATE TABLE dim_users", "Question: how many users?")
        .endsWith("SQL: SELECT");
  }

  @Test
  void sqlThatDoesNotBindGetsOneTurnToBeMended() {
    Scripted script = new Scripted(" nothing FROM dim_users", " user_id FROM dim_users");
    assertThat(ask(script, "users")).isInstanceOf(Generated.Query.class);
    assertThat(script.asked).hasSize(2);
    assertThat(script.asked.get(1)).contains("DuckDB answers:", "nothing");
  }

  @Test
  void sqlThatCannotBeMendedIsRefused() {
    assertThat(ask(new Scripted(" nothing FROM dim_users", " more FROM dim_users"), "users"))
        .isInstanceOf(Generated.Refused.class);
  }

  @Test
  void whatTheGuardRefusesIsRefused() {
    assertThat(
            ask(new Scripted(" 1; DELETE FROM dim_users", " * FROM read_text('/etc/passwd')"), "x"))
        .isInstanceOf(Generated.Refused.class);
  }

  @Test
  void aModelMaySayThatItCannot() {
    assertThat(ask(new Scripted(" CANNOT"), "average age")).isInstanceOf(Generated.Refused.class);
  }

  @Test
  void whenTheModelFailsAnotherAnswersAndSaysSo() {
    SemanticModel model = SemanticModel.load();
    SqlGenerator embedded = new EmbeddedGenerator(model, DataProfile.read(queries));
    Generated generated =
        generator(new Scripted(), model).orElse(embedded).generate("error rate by tier");
    assertThat(generated)
        .isInstanceOfSatisfying(
            Generated.Query.class,
            query -> {
              assertThat(query.generator()).isEqualTo("embedded");
              assertThat(query.explanation().get(0))
                  .startsWith("Answered without the language model: scripted failed");
            });
  }

  @Test
  void theSchemaIsTheWarehousesWithoutVectors() {
    Scripted script = new Scripted(" 1");
    ask(script, "x");
    assertThat(script.asked.get(0))
        .contains("fct_sessions (session_id VARCHAR", "churned_after BOOLEAN")
        .doesNotContain("image_embedding", "ops_runs");
  }

  private static Generated ask(Scripted script, String question) {
    SemanticModel model = SemanticModel.load();
    return generator(script, model).generate(question);
  }

  private static LlmGenerator generator(TextGenerator script, SemanticModel model) {
    try (Warehouse warehouse = Warehouse.open(SmallWarehouse.shared().file());
        WarehouseLease lease = warehouse.lease()) {
      return new LlmGenerator(
          script, model, lease.tables(), new VerifiedQuestions(model, Path.of("none")), queries);
    }
  }

  /** Says its lines in order, and keeps what it was asked. */
  private static final class Scripted implements TextGenerator {
    private final Deque<String> lines;
    private final List<String> asked = new ArrayList<>();

    Scripted(String... lines) {
      this.lines = new ArrayDeque<>(List.of(lines));
    }

    @Override
    public String id() {
      return "scripted";
    }

    @Override
    public List<Generation> generate(GenerationRequest request, GenerationListener listener) {
      if (lines.isEmpty()) {
        throw new ModelException(ModelException.Code.RESOURCE, "nobody is there");
      }
      Prompt.Text prompt = (Prompt.Text) request.prompts().get(0);
      asked.add(prompt.instruction() + prompt.text());
      return List.of(
          new Generation(
              lines.removeFirst(), new FinishReason.EndOfText(), new TokenUsage(1, 0, 1, 0)));
    }

    @Override
    public void close() {
      // Holds nothing.
    }
  }
}
