package io.genai.sessions.web.copilot;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.genai.sessions.warehouse.guard.ParquetExport;
import io.genai.sessions.warehouse.guard.QueryOutcome;
import io.genai.sessions.warehouse.guard.QueryResult;
import io.genai.sessions.web.shared.ChartCard;
import io.genai.sessions.web.shared.Formats;
import io.genai.sessions.web.shared.Panels;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/** Where the rows of a query stand, with a chart when one fits, and their downloads. */
final class ResultPanel extends Div {
  private final Div body = new Div();
  private final Span status = new Span();

  ResultPanel() {
    addClassNames("card", "copilot-result");
    status.getElement().setAttribute("role", "status");
    status.addClassName("secondary");
    body.addClassName("copilot-result-body");
    add(status, body);
    setVisible(false);
  }

  /** A query is under way. */
  void running() {
    ProgressBar bar = new ProgressBar();
    bar.setIndeterminate(true);
    bar.getElement().setAttribute("aria-label", "The query is running");
    body.removeAll();
    body.add(bar);
    status.setText("Running …");
    setVisible(true);
  }

  /** How it ended. */
  void show(QueryOutcome outcome, String question) {
    body.removeAll();
    setVisible(true);
    if (outcome instanceof QueryOutcome.Completed completed) {
      show(completed.result(), question);
    } else {
      status.setText(outcome instanceof QueryOutcome.Rejected ? "Not run" : "No result");
      body.add(Panels.nothing(CopilotService.words(outcome)));
    }
  }

  private void show(QueryResult result, String question) {
    status.setText(
        "%s in %s%s"
            .formatted(
                Formats.count(result.rows().size(), "row", "rows"),
                Formats.duration(result.time()),
                result.cutOff().map(why -> ". " + why).orElse("")));
    if (result.rows().isEmpty()) {
      body.add(
          Panels.nothing("The query ran and found no rows. Loosen a filter or widen the dates."));
      return;
    }
    ResultChart.of(result, question)
        .ifPresent(
            spec -> {
              ChartCard card = new ChartCard("copilot");
              card.show(spec, "Drawn from the rows below.", "No number to draw.");
              body.add(card);
            });
    body.add(grid(result), downloads(result));
  }

  private static Component grid(QueryResult result) {
    Grid<List<Object>> grid = new Grid<>();
    grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_ROW_STRIPES);
    for (int i = 0; i < result.columns().size(); i++) {
      int index = i;
      Grid.Column<List<Object>> column =
          grid.addColumn(row -> ResultText.cell(row.get(index)))
              .setHeader(result.columns().get(i).name())
              .setAutoWidth(true)
              .setResizable(true);
      if (result.rows().get(0).get(i) instanceof Number) {
        column.setTextAlign(ColumnTextAlign.END);
      }
    }
    grid.setItems(result.rows());
    grid.setAllRowsVisible(result.rows().size() <= 15);
    grid.getElement().setAttribute("aria-label", "Result");
    return grid;
  }

  private static Component downloads(QueryResult result) {
    Div downloads =
        new Div(
            download(
                "CSV", "result.csv", () -> ResultText.csv(result).getBytes(StandardCharsets.UTF_8)),
            download("Parquet", "result.parquet", () -> ParquetExport.bytes(result)));
    downloads.addClassName("copilot-downloads");
    return downloads;
  }

  private static Component download(String label, String file, Supplier<byte[]> content) {
    Button button = new Button(label, VaadinIcon.DOWNLOAD.create());
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    button.getElement().setAttribute("tabindex", "-1");
    Anchor anchor =
        new Anchor(
            DownloadHandler.fromInputStream(
                event -> {
                  byte[] bytes = content.get();
                  return new DownloadResponse(
                      new ByteArrayInputStream(bytes),
                      file,
                      "application/octet-stream",
                      bytes.length);
                }),
            "");
    anchor.getElement().setAttribute("aria-label", "Download as " + label);
    anchor.add(button);
    return anchor;
  }
}
