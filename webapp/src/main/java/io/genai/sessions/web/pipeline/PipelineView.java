package io.genai.sessions.web.pipeline;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import io.genai.sessions.web.data.DataMonitor;
import io.genai.sessions.web.data.DataVersion;
import io.genai.sessions.web.shared.AnalyzerView;
import io.genai.sessions.web.shared.DataTable;
import io.genai.sessions.web.shared.Formats;
import io.genai.sessions.web.shared.InfoIcon;
import io.genai.sessions.web.shared.MainLayout;
import io.genai.sessions.web.shared.Panels;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** How the data came to be, and whether it can be trusted. */
@Route(value = "pipeline", layout = MainLayout.class)
public final class PipelineView extends Div implements AnalyzerView {
  private final transient DataMonitor monitor;
  private final transient PipelineService service;

  PipelineView(DataMonitor monitor, PipelineService service) {
    this.monitor = monitor;
    this.service = service;
    addClassName("page");
  }

  @Override
  public String heading() {
    return "Pipeline";
  }

  @Override
  public void show() {
    removeAll();
    PipelineHealth health = service.load();
    add(
        tiles(health, monitor.version().orElseThrow()),
        lineage(health),
        runs(health),
        checks(health),
        models(health),
        badRecords(health));
  }

  private static Component tiles(PipelineHealth health, DataVersion version) {
    long failed = health.checks().stream().filter(check -> !check.passed()).count();
    Optional<PipelineHealth.Run> published =
        health.runs().stream().filter(PipelineHealth.Run::published).findFirst();
    Div tiles = new Div();
    tiles.addClassName("insights");
    tiles.add(
        tile(
            "Freshness",
            Formats.ago(version.info().builtAt(), Instant.now()),
            "built " + moment(version.info().builtAt())),
        tile(
            "Last event",
            Formats.day(version.lastDay()),
            "data from " + Formats.day(version.firstDay())),
        tile(
            "Run time",
            published.flatMap(PipelineHealth.Run::seconds).map(PipelineView::seconds).orElse("–"),
            published.map(PipelineHealth.Run::runner).orElse("")),
        tile(
            "Checks",
            "%s of %s".formatted(health.checks().size() - failed, health.checks().size()),
            failed == 0 ? "all passed" : Formats.count(failed, "warning", "warnings")),
        tile(
            "Bad records",
            Formats.count(health.badRecords()),
            "of " + Formats.count(version.info().prompts(), "prompt", "prompts")));
    return tiles;
  }

  private static Component tile(String label, String value, String below) {
    Span head = new Span(label);
    head.addClassName("insight-head");
    Span figure = new Span(value);
    figure.addClassName("insight-value");
    Span foot = new Span(below);
    foot.addClassName("secondary");
    Div tile = new Div(head, figure, foot);
    tile.addClassNames("card", "insight");
    return tile;
  }

  private static Component lineage(PipelineHealth health) {
    DataTable steps =
        new DataTable(
            List.of("Step", "State", "Seconds", "Rows in", "Rows out", "Bad records", "Note"));
    health
        .steps()
        .forEach(
            step ->
                steps.addRow(
                    step.name(),
                    step.state(),
                    step.seconds().map(seconds -> Formats.decimal(seconds, 1)).orElse(""),
                    count(step.rowsIn()),
                    count(step.rowsOut()),
                    count(step.badRecords()),
                    step.note()));
    DataTable tables = new DataTable(List.of("Table", "Layer", "One row is", "Rows", "Seconds"));
    health
        .tables()
        .forEach(
            table ->
                tables.addRow(
                    table.name(),
                    table.layer(),
                    table.grain(),
                    Formats.count(table.rows()),
                    Formats.decimal(table.seconds(), 2)));
    return section(
        "Lineage",
        "Steps of the published run and the tables built from it, in the order in which data flows.",
        graph("Steps", LineageGraph.steps(health)),
        graph("Tables", LineageGraph.tables(health)),
        new Details("Steps and tables as lists", steps, tables));
  }

  private static Component graph(String name, List<LineageGraph.Node> nodes) {
    Div scroller = new Div(new LineageGraph(nodes));
    scroller.addClassName("lineage-scroller");
    scroller.getElement().setAttribute("tabindex", "0");
    scroller.getElement().setAttribute("role", "region");
    scroller.getElement().setAttribute("aria-label", "Lineage graph: " + name);
    return scroller;
  }

  private Component runs(PipelineHealth health) {
    Div list = new Div();
    for (PipelineHealth.Run run : health.runs()) {
      Span id = new Span(run.id());
      id.addClassName("run-id");
      Span state = new Span(run.published() ? "published" : run.status());
      state.addClassNames("badge", "state-" + (run.published() ? "succeeded" : run.status()));
      Span facts =
          new Span(
              "%s · %s · %s · %s"
                  .formatted(
                      run.started().map(PipelineView::moment).orElse("no start recorded"),
                      run.seconds().map(PipelineView::seconds).orElse("no end recorded"),
                      run.generations()
                          .map(rows -> Formats.count(rows, "row", "rows"))
                          .orElse("no rows"),
                      run.input()));
      facts.addClassName("secondary");
      Div head = new Div(id, state, facts);
      head.addClassName("run-head");
      Div body = new Div();
      Details details = new Details(head, body);
      details.setWidthFull();
      details.addOpenedChangeListener(
          change -> {
            body.removeAll();
            if (change.isOpened()) {
              body.add(durations(service.steps(run.id())));
              body.add(new Pre(run.command().isEmpty() ? "no command recorded" : run.command()));
            }
          });
      list.add(details);
    }
    return section("Runs", "Every run below data/runs, newest first.", list);
  }

  private static Component durations(List<PipelineHealth.Step> steps) {
    if (steps.isEmpty()) {
      return Panels.nothing("This run left no record of its steps.");
    }
    double longest = steps.stream().flatMap(step -> step.seconds().stream()).reduce(0.0, Math::max);
    Div list = new Div();
    list.addClassName("durations");
    for (PipelineHealth.Step step : steps) {
      Span fill = new Span();
      fill.getStyle()
          .setWidth(Formats.percentWidth(longest == 0 ? 0 : step.seconds().orElse(0.0) / longest));
      Span bar = new Span(fill);
      bar.addClassName("driver-bar");
      list.add(
          new Span(step.name()),
          bar,
          new Span(step.seconds().map(PipelineView::seconds).orElse(step.state())));
    }
    return list;
  }

  private static Component checks(PipelineHealth health) {
    Div list = new Div();
    list.addClassName("checks");
    for (PipelineHealth.Check check : health.checks()) {
      Span state = new Span(check.passed() ? "passed" : check.severity());
      state.addClassNames("badge", check.passed() ? "state-succeeded" : "state-warn");
      Span name = new Span(Formats.words(check.name()));
      name.addClassName("check-name");
      Span rows =
          new Span(
              check.passed()
                  ? ""
                  : Formats.count(check.offendingRows(), "offending row", "offending rows"));
      rows.addClassName("secondary");
      Div head = new Div(state, name, rows);
      head.addClassName("run-head");
      if (check.passed()) {
        head.setTitle(check.description());
        list.add(head);
      } else {
        Pre sample = new Pre(String.join("\n", check.sampleRows()));
        Details details = new Details(head, new Span(check.description()), sample);
        details.setOpened(true);
        list.add(details);
      }
    }
    return section(
        "Checks",
        "Each check is a query for rows that break a rule. A failed error keeps a warehouse from"
            + " being published; a failed warning is shown here.",
        list);
  }

  private static Component models(PipelineHealth health) {
    if (health.models().isEmpty()) {
      return section("Models", "", Panels.nothing("The published run used no model."));
    }
    DataTable table =
        new DataTable(List.of("Role", "Model", "Kind", "Licence", "Dimensions", "Rows", "State"));
    health
        .models()
        .forEach(
            model ->
                table.addRow(
                    model.role(),
                    model.id().isEmpty() ? "none" : model.id(),
                    model.embedded() ? "embedded" : "fetched",
                    model.licence(),
                    model.dimensions().filter(size -> size > 0).map(Formats::count).orElse(""),
                    count(model.rows()),
                    model.note().isEmpty() ? model.state() : model.state() + ", " + model.note()));
    return section(
        "Models", "Every label, vector and score carries the id of the model that made it.", table);
  }

  private static Component badRecords(PipelineHealth health) {
    if (health.badRecords() == 0) {
      return section("Bad records", "", Panels.nothing("Every record could be processed."));
    }
    DataTable table = new DataTable(List.of("Source", "Step", "Reason", "Attempted"));
    health
        .badRecordsShown()
        .forEach(bad -> table.addRow(bad.source(), bad.step(), bad.reason(), bad.attempted()));
    Span more =
        new Span(
            health.badRecords() > health.badRecordsShown().size()
                ? "The first %s of %s."
                    .formatted(
                        Formats.count(health.badRecordsShown().size()),
                        Formats.count(health.badRecords()))
                : "");
    more.addClassName("secondary");
    return section(
        "Bad records",
        "Records that a step could not process; the row itself is kept where it can be.",
        table,
        more);
  }

  private static Component section(String title, String explanation, Component... parts) {
    Div head = new Div(new H2(title));
    head.addClassName("card-head");
    if (!explanation.isEmpty()) {
      head.add(new InfoIcon(title, explanation));
    }
    Section section = new Section(head);
    section.add(parts);
    section.addClassName("card");
    return section;
  }

  private static String count(Optional<Long> value) {
    return value.map(Formats::count).orElse("");
  }

  private static String seconds(double seconds) {
    return Formats.duration(Duration.ofMillis(Math.round(seconds * 1000)));
  }

  private static String moment(Instant moment) {
    return Formats.minute(LocalDateTime.ofInstant(moment, ZoneOffset.UTC)) + " UTC";
  }
}
