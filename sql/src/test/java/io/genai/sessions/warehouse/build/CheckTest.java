package io.genai.sessions.warehouse.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genai.sessions.warehouse.WarehouseException;
import io.genai.sessions.warehouse.build.CheckResult.Severity;
import io.genai.sessions.warehouse.build.CheckResult.Stage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTest {
  @TempDir private Path runs;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "users_have_unique_keys|INSERT INTO users FROM users WHERE user_id = 'u1'",
        "users_have_unique_keys|UPDATE users SET user_id = NULL WHERE user_id = 'u1'",
        "prompts_have_unique_keys|INSERT INTO prompts FROM prompts WHERE prompt_id = 1",
        "generations_have_unique_keys|UPDATE generations SET generation_id = 2",
        "users_are_complete|UPDATE users SET region = NULL",
        "prompts_are_complete|UPDATE prompts SET prompt_text = NULL WHERE prompt_id = 3",
        "generations_are_complete|UPDATE generations SET timestamp = NULL WHERE generation_id = 3",
        "embeddings_have_their_length|UPDATE prompts SET text_embedding_mini = [1::FLOAT]",
        "run_has_generations|DELETE FROM generations",
      })
  void stagedRowsThatBreakARuleFailItsCheck(String check, String breaking) {
    Path run = RunDirectoryFixture.valid().with(breaking).writeTo(runs, "broken");

    assertThat(failedIn(stage(run, Stage.STAGING))).contains(check);
  }

  @Test
  void rowCountsThatDifferFromRunJsonFailTheirCheck() {
    Path run =
        RunDirectoryFixture.valid()
            .withAnnouncedRows("{\"users\":2,\"prompts\":6,\"generations\":7}")
            .writeTo(runs, "broken");

    List<CheckResult> results = stage(run, Stage.STAGING);

    assertThat(failedIn(results)).containsExactly("rows_agree_with_run");
    assertThat(results)
        .filteredOn(CheckResult::forbidsPublication)
        .singleElement()
        .satisfies(
            failed ->
                assertThat(failed.sampleRows())
                    .containsExactly(
                        "{\"table_name\":\"generations\",\"in_parquet\":6,\"in_run_json\":7}"));
  }

  @Test
  void badRecordsThatDifferFromRunJsonAreReported() throws Exception {
    Path run = RunDirectoryFixture.valid().writeTo(runs, "broken");
    Files.writeString(run.resolve("bad_records.jsonl"), "{\"source\":\"x\"}\n");

    assertThat(failedIn(stage(run, Stage.STAGING))).containsExactly("bad_records_agree_with_run");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "generations_refer_to_users|DELETE FROM dim_users WHERE user_id = 'u2'",
        "generations_refer_to_prompts|DELETE FROM dim_prompts WHERE prompt_id = 6",
        "generations_refer_to_sessions|DELETE FROM fct_sessions WHERE session_id = 'u1-0001'",
        "sessions_refer_to_users|DELETE FROM dim_users WHERE user_id = 'u1'",
        "sessions_have_generations|DELETE FROM fct_generations WHERE session_id = 'u1-0002'",
        "users_keep_to_vocabularies|UPDATE dim_users SET user_tier = 'gold'",
        "users_keep_to_vocabularies|UPDATE dim_users SET region = 'Mars'",
        "users_keep_to_vocabularies|UPDATE dim_users SET device_type = 'watch'",
        "generations_keep_to_vocabularies|UPDATE fct_generations SET status = 'ok'",
        "prompts_keep_to_vocabularies|UPDATE dim_prompts SET sampler = 'k_magic'",
        "prompts_keep_to_vocabularies|UPDATE dim_prompts SET mood = 'angry'",
        "prompts_keep_to_vocabularies|UPDATE dim_prompts SET lighting = 'none'",
        "users_have_monday_cohorts|UPDATE dim_users SET cohort_week = cohort_week + 1",
        "users_have_monday_cohorts|UPDATE dim_users SET cohort_week = cohort_week - 7",
        "users_sign_up_before_their_first_event|UPDATE dim_users SET signup_date = '2022-08-07'",
        "session_labels_are_the_most_frequent|UPDATE fct_session_labels SET art_style = 'comic'",
        "session_labels_are_the_most_frequent|DELETE FROM fct_session_labels",
        "prompts_have_their_signs|INSERT INTO idx_prompt_signs (prompt_id) VALUES (1)",
        "dashboard_sessions_agree_with_their_tables|UPDATE idx_sessions SET retry_rate = 0.9",
        "dashboard_sessions_agree_with_their_tables|UPDATE idx_combinations SET lighting = 'neon'",
        "dashboard_sessions_agree_with_their_tables|DELETE FROM idx_sessions",
        "dashboard_generations_agree_with_their_tables|UPDATE idx_generations SET latency_ms = 7",
        "dashboard_generations_agree_with_their_tables|UPDATE idx_generations SET mood = NULL",
        "dashboard_generations_agree_with_their_tables|DELETE FROM idx_generations"
            + " WHERE generation_id = 2",
        "dashboard_keeps_friction_deciles|UPDATE idx_sessions SET friction_decile = 1",
        "dashboard_keeps_friction_deciles|UPDATE idx_sessions SET friction_decile ="
            + " 6 - friction_decile",
        "dashboard_keeps_friction_deciles|UPDATE idx_generations SET friction_decile = 10",
        "dashboard_numbers_stand_for_keys|UPDATE idx_sessions SET user_number = 0",
        "dashboard_numbers_stand_for_keys|UPDATE idx_sessions SET session_number ="
            + " session_number + 1",
        "dashboard_numbers_stand_for_keys|UPDATE idx_generations SET session_number = 0",
        "dashboard_generations_agree_with_their_tables|UPDATE idx_generations SET day = day + 1",
        "dashboard_generations_agree_with_their_tables|UPDATE idx_generations"
            + " SET is_of_long_session = NOT is_of_long_session WHERE generation_id = 1",
        "dashboard_sessions_agree_with_their_tables|UPDATE idx_sessions SET day = day + 1",
        "prompts_have_generations|DELETE FROM fct_generations WHERE prompt_id = 2",
        "prompts_count_their_words|UPDATE dim_prompts SET word_count = 6",
        "prompts_stay_in_range|UPDATE dim_prompts SET complexity_score = 6",
        "prompts_stay_in_range|UPDATE dim_prompts SET width = 0",
        "prompts_stay_in_range|UPDATE dim_prompts SET alignment_score = 'NaN'",
        "prompts_align_in_practice|UPDATE dim_prompts SET alignment_score = -0.5",
        "prompts_have_unit_embeddings|UPDATE dim_prompts SET image_embedding ="
            + " list_transform(image_embedding::FLOAT[], lambda x: x * 2)::FLOAT[512]",
        "prompts_name_their_models|UPDATE dim_prompts SET embedding_model = NULL",
        "prompts_name_their_models|UPDATE dim_prompts SET clip_model = NULL",
        "prompts_name_their_models|UPDATE dim_prompts SET label_model = NULL",
        "prompts_name_their_models|UPDATE dim_prompts SET mood = NULL",
        "prompts_keep_images_below_the_blob_root|UPDATE dim_prompts SET image_path = '/etc/passwd'",
        "prompts_keep_images_below_the_blob_root|UPDATE dim_prompts"
            + " SET thumbnail_path = 'images/thumbnails/../../x.jpg'",
        "prompts_with_images_have_sizes|UPDATE dim_prompts SET thumbnail_path = NULL",
        "generations_stay_in_range|UPDATE fct_generations SET latency_ms = -1",
        "generations_stay_in_range|UPDATE fct_generations SET cost_credits = -0.0001",
        "generations_stay_below_the_latency_ceiling|UPDATE fct_generations"
            + " SET latency_ms = 30001",
        "generations_belong_to_their_sessions_user|UPDATE fct_generations SET user_id = 'u2'"
            + " WHERE generation_id = 1",
        "sessions_hold_no_long_silence|UPDATE fct_generations SET session_id = 'u1-0001'"
            + " WHERE generation_id = 3",
        "sessions_are_apart|UPDATE fct_sessions SET session_start = '2022-08-06 11:00:00'"
            + " WHERE session_id = 'u1-0002'",
        "sessions_agree_with_their_generations|UPDATE fct_sessions SET friction_score = 0.5",
        "sessions_agree_with_their_generations|UPDATE fct_sessions SET total_generations = 9",
        "sessions_stay_in_range|UPDATE fct_sessions SET success_rate = 1.5",
        "sessions_stay_in_range|UPDATE fct_sessions SET friction_score = 6.1",
        "session_costs_sum_up|UPDATE fct_sessions"
            + " SET total_cost_credits = total_cost_credits + 0.0001",
        "totals_reconcile|DELETE FROM fct_sessions WHERE session_id = 'u2-0001'",
        "totals_reconcile|UPDATE fct_generations SET cost_credits = cost_credits + 0.0001",
        "sessions_churn_by_the_rule|UPDATE fct_sessions SET churned_after = NULL",
        "sessions_churn_by_the_rule|UPDATE fct_sessions SET churned_after = FALSE",
        "tables_keep_every_row|DELETE FROM dim_users WHERE user_id = 'u2'",
      })
  void tablesThatBreakARuleFailItsCheck(String check, String breaking) {
    try (BuildDatabase database = BuildDatabase.inMemory()) {
      WarehouseModels models = staged(database, RunDirectoryFixture.valid().writeTo(runs, "run"));
      models.buildMarts();
      database.execute("breaking a rule", breaking);

      assertThat(failedIn(Checks.run(database, Stage.MARTS))).contains(check);
    }
  }

  @Test
  void everyCheckIsBrokenBySomeTestAboveAndPassesOnAValidRun() {
    try (BuildDatabase database = BuildDatabase.inMemory()) {
      WarehouseModels models = staged(database, RunDirectoryFixture.valid().writeTo(runs, "run"));
      List<CheckResult> staging = Checks.run(database, Stage.STAGING);
      models.buildMarts();
      List<CheckResult> marts = Checks.run(database, Stage.MARTS);

      assertThat(failedIn(staging)).isEmpty();
      assertThat(failedIn(marts)).isEmpty();
      assertThat(Stream.concat(staging.stream(), marts.stream()).map(CheckResult::name))
          .containsExactlyInAnyOrderElementsOf(namesOfBrokenChecks());
    }
  }

  @Test
  void failedErrorCheckForbidsPublicationAndShowsFiveOffendingRows() {
    CheckResult failed =
        new CheckResult(
            "totals_reconcile",
            Stage.MARTS,
            Severity.ERROR,
            "Totals agree.",
            12,
            List.of("{\"a\":1}", "{\"a\":2}"),
            0);

    assertThatThrownBy(() -> Checks.require(List.of(failed)))
        .isInstanceOf(WarehouseException.class)
        .hasMessageContainingAll(
            "not published", "totals_reconcile", "12 row(s)", "Totals agree.", "{\"a\":2}");
  }

  private static List<CheckResult> stage(Path run, Stage stage) {
    try (BuildDatabase database = BuildDatabase.inMemory()) {
      staged(database, run);
      return Checks.run(database, stage);
    }
  }

  private static WarehouseModels staged(BuildDatabase database, Path run) {
    WarehouseModels models = new WarehouseModels(database);
    models.createRules();
    new RunSource(database, RunDirectory.at(run)).attach();
    models.createStaging();
    return models;
  }

  private static List<String> failedIn(List<CheckResult> results) {
    return results.stream().filter(result -> !result.passed()).map(CheckResult::name).toList();
  }

  private static Set<String> namesOfBrokenChecks() {
    return Stream.concat(
            Stream.of("rows_agree_with_run", "bad_records_agree_with_run"),
            Arrays.stream(CheckTest.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(CsvSource.class))
                .flatMap(method -> Arrays.stream(method.getAnnotation(CsvSource.class).value()))
                .map(line -> line.substring(0, line.indexOf('|'))))
        .collect(Collectors.toSet());
  }
}
