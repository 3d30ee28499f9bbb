package io.genai.sessions.web.explorer;

import io.genai.sessions.warehouse.Row;
import io.genai.sessions.warehouse.Warehouse;
import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Format;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.data.Sensitive;
import io.genai.sessions.web.shared.Formats;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Looks one prompt up. */
@Service
class PromptDetailsService {
  private static final List<String> DIMENSIONS =
      List.of(
          "subject",
          "art_style",
          "mood",
          "setting",
          "lighting",
          "complexity_score",
          "word_count",
          "sampler",
          "step",
          "cfg",
          "label_model",
          "clip_model");

  private static final String DETAILS =
      """
      SELECT
          p.*,
          (%s) AS sensitive,
          p.text_embedding_mini IS NOT NULL AS has_meaning,
          p.image_embedding IS NOT NULL AS has_look,
          g.session_id,
          g.status,
          g.latency_ms,
          g.cost_credits,
          g.model_version,
          g.timestamp,
          u.user_tier
      FROM dim_prompts AS p
      LEFT JOIN fct_generations AS g USING (prompt_id)
      LEFT JOIN dim_users AS u USING (user_id)
      WHERE p.prompt_id = ?
      ORDER BY g.timestamp DESC
      LIMIT 1
      """
          .formatted(Sensitive.CONDITION);

  private final Warehouse warehouse;
  private final SemanticModel model;

  PromptDetailsService(Warehouse warehouse, SemanticModel model) {
    this.warehouse = warehouse;
    this.model = model;
  }

  /** The prompt of that number, if there is one. */
  Optional<PromptDetails> find(long promptId) {
    return warehouse.queryOne(DETAILS, List.of(promptId), this::details);
  }

  private PromptDetails details(Row row) {
    List<PromptDetails.Field> fields = new ArrayList<>();
    row.optional("status", row::text)
        .ifPresent(status -> fields.add(field("status", Formats.words(status))));
    row.optional("timestamp", row::instant)
        .ifPresent(
            time ->
                fields.add(
                    new PromptDetails.Field(
                        "Made",
                        Formats.minute(LocalDateTime.ofInstant(time, ZoneOffset.UTC)) + " UTC",
                        "When the latest generation was asked for.")));
    row.optional("latency_ms", row::number)
        .ifPresent(
            latency ->
                fields.add(
                    new PromptDetails.Field(
                        "Latency",
                        Formats.value(Format.MILLISECONDS, latency),
                        model.fact("latency").definition())));
    row.optional("cost_credits", row::number)
        .ifPresent(
            cost ->
                fields.add(
                    new PromptDetails.Field(
                        "Cost",
                        Formats.value(Format.CREDITS, cost) + " credits",
                        model.fact("cost").definition())));
    row.optional("model_version", row::text)
        .ifPresent(version -> fields.add(field("model_version", version)));
    row.optional("user_tier", row::text).ifPresent(tier -> fields.add(field("user_tier", tier)));
    for (String name : DIMENSIONS) {
      row.any(name).ifPresent(value -> fields.add(field(name, plain(value))));
    }
    row.optional("width", row::whole)
        .ifPresent(
            width ->
                fields.add(
                    new PromptDetails.Field(
                        "Size",
                        width + " × " + row.whole("height") + " px",
                        "Width and height of the image.")));
    row.any("seed")
        .ifPresent(
            seed ->
                fields.add(
                    new PromptDetails.Field("Seed", seed.toString(), "Seed of the generation.")));
    row.optional("alignment_score", row::number)
        .ifPresent(
            score ->
                fields.add(
                    new PromptDetails.Field(
                        "Alignment",
                        Formats.decimal(score, 3),
                        model.fact("alignment").definition())));
    row.any("style_cluster")
        .ifPresent(cluster -> fields.add(field("style_cluster", cluster.toString())));
    fields.add(
        new PromptDetails.Field(
            "Image name", row.text("image_name"), "Name of the image in the dataset."));
    return new PromptDetails(
        row.whole("prompt_id"),
        row.text("prompt_text"),
        row.optional("image_path", row::text),
        row.bool("sensitive"),
        fields,
        row.optional("session_id", row::text),
        row.bool("has_meaning"),
        row.bool("has_look"));
  }

  private PromptDetails.Field field(String name, String value) {
    Dimension dimension = model.dimension(name);
    return new PromptDetails.Field(dimension.label(), value, dimension.definition());
  }

  private static String plain(Object value) {
    return value instanceof Double number ? Formats.decimal(number, 2) : value.toString();
  }
}
