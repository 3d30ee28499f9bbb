package io.genai.sessions.web.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BaseJsonNode;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import io.genai.sessions.web.shared.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Steps and tables in the order in which data flows. */
@Tag("lineage-graph")
@NpmPackage(value = "@dagrejs/dagre", version = "3.1.3")
@JsModule("./components/lineage-graph.ts")
final class LineageGraph extends Component {
  private static final String FILES = "parquet files";
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A box of the graph.
   *
   * @param kind "step", or a table's layer
   * @param upstream ids of the boxes that it comes from
   */
  record Node(
      String id, String title, String detail, String kind, String state, List<String> upstream) {}

  LineageGraph(List<Node> nodes) {
    getElement().setPropertyJson("nodes", (BaseJsonNode) JSON.valueToTree(nodes));
  }

  /** The steps of the published run, and the files that the last of them leave. */
  static List<Node> steps(PipelineHealth health) {
    List<Node> nodes = new ArrayList<>();
    Set<String> followed =
        health.steps().stream()
            .flatMap(step -> step.upstream().stream())
            .collect(Collectors.toSet());
    for (PipelineHealth.Step step : health.steps()) {
      String detail =
          step.state().equals("skipped")
              ? "skipped"
              : step.rowsOut().map(rows -> Formats.count(rows, "row", "rows")).orElse("");
      nodes.add(new Node(step.name(), step.name(), detail, "step", step.state(), step.upstream()));
    }
    List<String> last =
        health.steps().stream()
            .map(PipelineHealth.Step::name)
            .filter(name -> !followed.contains(name))
            .toList();
    nodes.add(files(last));
    return nodes;
  }

  /** The tables that the warehouse's build makes of those files. */
  static List<Node> tables(PipelineHealth health) {
    List<Node> nodes = new ArrayList<>(List.of(files(List.of())));
    Set<String> tables =
        health.tables().stream().map(PipelineHealth.Table::name).collect(Collectors.toSet());
    for (PipelineHealth.Table table : health.tables()) {
      boolean first = table.upstream().stream().noneMatch(tables::contains);
      nodes.add(
          new Node(
              table.name(),
              table.name(),
              Formats.count(table.rows(), "row", "rows"),
              table.layer(),
              "succeeded",
              first ? List.of(FILES) : table.upstream()));
    }
    return nodes;
  }

  private static Node files(List<String> upstream) {
    return new Node(FILES, "Parquet files", "data/runs", "files", "succeeded", upstream);
  }
}
