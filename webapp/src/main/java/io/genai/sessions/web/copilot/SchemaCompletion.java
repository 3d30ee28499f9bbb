package io.genai.sessions.web.copilot;

import java.util.List;
import java.util.Map;

/** Tables and columns that the editor completes: those of the published schema. */
final class SchemaCompletion {
  static final Map<String, List<String>> TABLES =
      Map.of(
          "dim_users",
          List.of("user_id", "user_tier", "signup_date", "cohort_week", "region", "device_type"),
          "dim_prompts",
          List.of(
              "prompt_id",
              "prompt_text",
              "word_count",
              "image_path",
              "width",
              "height",
              "seed",
              "step",
              "cfg",
              "sampler",
              "subject",
              "art_style",
              "mood",
              "setting",
              "lighting",
              "complexity_score",
              "has_nsfw_intent",
              "label_model",
              "image_embedding",
              "text_embedding",
              "alignment_score",
              "style_cluster",
              "clip_model",
              "text_embedding_mini",
              "embedding_model"),
          "fct_generations",
          List.of(
              "generation_id",
              "user_id",
              "prompt_id",
              "session_id",
              "timestamp",
              "latency_ms",
              "status",
              "cost_credits",
              "model_version",
              "retry_count"),
          "fct_sessions",
          List.of(
              "session_id",
              "user_id",
              "session_start",
              "session_end",
              "total_generations",
              "success_rate",
              "avg_latency_ms",
              "total_cost_credits",
              "friction_score",
              "churned_after"));

  private SchemaCompletion() {}
}
