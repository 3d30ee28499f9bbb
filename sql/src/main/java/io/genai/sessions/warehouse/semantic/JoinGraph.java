package io.genai.sessions.warehouse.semantic;

import io.genai.sessions.warehouse.WarehouseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which entity can be joined to which without multiplying rows, and by which joins. */
final class JoinGraph {
  private final Map<String, Map<String, List<Join>>> paths = new LinkedHashMap<>();

  JoinGraph(SemanticModel model) {
    for (Join join : model.joins()) {
      for (String end : List.of(join.from(), join.to())) {
        if (model.entities().stream().noneMatch(entity -> entity.name().equals(end))) {
          throw YamlTree.problem(join.source(), "join of unknown entity '" + end + "'");
        }
      }
    }
    for (Entity entity : model.entities()) {
      paths.put(entity.name(), pathsFrom(entity.name(), model.joins()));
    }
  }

  private static Map<String, List<Join>> pathsFrom(String start, List<Join> joins) {
    Map<String, List<Join>> found = new LinkedHashMap<>();
    found.put(start, List.of());
    Deque<String> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      String here = open.removeFirst();
      for (Join join : joins) {
        if (join.from().equals(here) && !found.containsKey(join.to())) {
          List<Join> path = new ArrayList<>(found.get(here));
          path.add(join);
          found.put(join.to(), List.copyOf(path));
          open.addLast(join.to());
        }
      }
    }
    return found;
  }

  boolean reaches(String from, Collection<String> targets) {
    return paths.get(from).keySet().containsAll(targets);
  }

  /**
   * The joins that lead from {@code from} to {@code to}, nearest first.
   *
   * @throws WarehouseException USER if none do without multiplying rows
   */
  List<Join> path(String from, String to) {
    List<Join> path = paths.get(from).get(to);
    if (path == null) {
      throw new WarehouseException(
          WarehouseException.Code.USER,
          "'%s' cannot be joined to '%s' without multiplying its rows".formatted(from, to));
    }
    return path;
  }

  /** The entity nearest to {@code grain} from which it and all {@code targets} can be joined. */
  Optional<String> bridge(String grain, Collection<String> targets) {
    return paths.keySet().stream()
        .filter(entity -> reaches(entity, List.of(grain)) && reaches(entity, targets))
        .min((left, right) -> Integer.compare(path(left, grain).size(), path(right, grain).size()));
  }
}
