package io.genai.sessions.warehouse;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.genai.sessions.warehouse.WarehouseException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;

/**
 * Constants and closed vocabularies of the warehouse, read from {@code sql/rules/rules.yaml}. The
 * SQL macros of the same names come from this record, so that SQL and Java can't disagree.
 *
 * @param schemaVersion shape of the published tables
 * @param constants every constant by its name in SQL, in the file's order
 * @param vocabularies every closed vocabulary by name, values in the order in which to show them
 */
public record WarehouseRules(
    int schemaVersion, Map<String, Integer> constants, Map<String, List<String>> vocabularies) {

  private static final WarehouseRules RULES = read();

  /** Copies both maps. */
  public WarehouseRules {
    constants = copyInOrder(constants);
    vocabularies = copyInOrder(vocabularies);
  }

  /** The rules that this version of the product builds with. */
  public static WarehouseRules load() {
    return RULES;
  }

  /** The longest silence inside a session: exactly this is still the same session. */
  public Duration sessionGap() {
    return Duration.ofMinutes(constant("session_gap_minutes"));
  }

  /** The silence after a session that makes its user churned: exactly this has churned. */
  public Duration churnWindow() {
    return Duration.ofDays(constant("churn_window_days"));
  }

  /** Latency in milliseconds at which a generation times out, and that counts as 1 in friction. */
  public int latencyCeilingMs() {
    return constant("friction_latency_ceiling_ms");
  }

  /** Weight of the error rate in the friction score. */
  public int frictionErrorWeight() {
    return constant("friction_error_weight");
  }

  /** Weight of the normalised latency in the friction score. */
  public int frictionLatencyWeight() {
    return constant("friction_latency_weight");
  }

  /** Weight of the retry rate in the friction score. */
  public int frictionRetryWeight() {
    return constant("friction_retry_weight");
  }

  /** The highest friction score that there is. */
  public int maximumFrictionScore() {
    return frictionErrorWeight() + frictionLatencyWeight() + frictionRetryWeight();
  }

  /**
   * Friction of a set of generations, 0 to {@link #maximumFrictionScore()}: the same number as the
   * SQL macro {@code friction_score}.
   *
   * @param errorRate share of generations that did not succeed, 0..1
   * @param averageLatencyMs average latency in milliseconds, 0 or more
   * @param retryRate share of generations that were retried, 0..1
   */
  public double frictionScore(double errorRate, double averageLatencyMs, double retryRate) {
    return frictionErrorWeight() * errorRate
        + frictionLatencyWeight() * Math.min(1.0, averageLatencyMs / latencyCeilingMs())
        + frictionRetryWeight() * retryRate;
  }

  /**
   * Number of words of a text, runs of characters between ASCII white space: the same number as the
   * SQL macro {@code count_words}, which checks {@code dim_prompts.word_count}.
   */
  public int wordCount(String text) {
    return new StringTokenizer(text, " \t\n\u000B\f\r").countTokens();
  }

  /**
   * The values of a closed vocabulary, in the order in which to show them.
   *
   * @param name name of the vocabulary, e.g. {@code user_tier} or {@code mood}
   * @throws WarehouseException (INTERNAL) if there is no such vocabulary
   */
  public List<String> vocabulary(String name) {
    List<String> values = vocabularies.get(name);
    if (values == null) {
      throw new WarehouseException(
          Code.INTERNAL, "No vocabulary '%s'; there are %s".formatted(name, vocabularies.keySet()));
    }
    return values;
  }

  private int constant(String name) {
    Integer value = constants.get(name);
    if (value == null) {
      throw new WarehouseException(
          Code.INTERNAL, "rules.yaml has no constant '%s'".formatted(name));
    }
    return value;
  }

  private static <T> Map<String, T> copyInOrder(Map<String, T> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  private static WarehouseRules read() {
    try (InputStream yaml = WarehouseRules.class.getResourceAsStream("rules/rules.yaml")) {
      return new ObjectMapper(new YAMLFactory())
          .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .readValue(yaml, WarehouseRules.class);
    } catch (IOException e) {
      throw new UncheckedIOException("rules.yaml is not readable", e);
    }
  }
}
