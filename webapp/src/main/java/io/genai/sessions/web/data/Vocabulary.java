package io.genai.sessions.web.data;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.MetricQuery;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The values that a dimension may be narrowed to. */
@Component
public final class Vocabulary {
  private static final int MOST_VALUES = 500;

  private final SemanticModel model;
  private final Figures figures;
  private final DataMonitor monitor;
  private final Cache<Key, List<String>> open = Caffeine.newBuilder().maximumSize(100).build();

  private record Key(Optional<DataVersion> version, String dimension) {}

  public Vocabulary(SemanticModel model, Figures figures, DataMonitor monitor) {
    this.model = model;
    this.figures = figures;
    this.monitor = monitor;
  }

  /** Whether people narrow by it: identifiers, dates and free text are no vocabularies. */
  public boolean isFilter(String name) {
    return model.findDimension(name).filter(Vocabulary::isFilter).isPresent();
  }

  private static boolean isFilter(Dimension dimension) {
    return !dimension.isTime()
        && !dimension.identifier()
        && switch (dimension.type()) {
          case TEXT -> dimension.open() || !dimension.values().isEmpty();
          case INTEGER, BOOLEAN -> true;
          case DECIMAL, DATE, TIMESTAMP -> false;
        };
  }

  /** The values of a dimension: its closed vocabulary, or what the warehouse holds, in order. */
  public List<String> values(String name) {
    Dimension dimension = model.dimension(name);
    if (!dimension.open() && !dimension.values().isEmpty()) {
      return dimension.values().stream().map(Dimension.Value::value).toList();
    }
    if (dimension.type() == Dimension.Type.BOOLEAN) {
      return List.of("true", "false");
    }
    return open.get(new Key(monitor.version(), name), key -> lookUp(dimension));
  }

  private List<String> lookUp(Dimension dimension) {
    if (monitor.version().isEmpty()) {
      return List.of();
    }
    MetricQuery query =
        MetricQuery.of(model.measure(countOf(dimension)))
            .by(dimension)
            .where(Filter.known(dimension))
            .limit(MOST_VALUES);
    return figures.list(query, row -> row.text(dimension.name()));
  }

  private static String countOf(Dimension dimension) {
    return switch (dimension.entity()) {
      case "prompt" -> "prompts";
      case "user" -> "users";
      case "session" -> "sessions";
      default -> "generations";
    };
  }
}
