package io.genai.sessions.web.copilot;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.genai.sessions.web.Browser;
import io.genai.sessions.web.RunningApp;
import io.genai.sessions.web.SmallWarehouse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person asks of the Copilot, in a real browser. */
class CopilotWalkIT {
  private static final int PATIENCE_MILLISECONDS = 60_000;

  private static Browser chromium;
  private static RunningApp app;

  private final List<String> problems = new CopyOnWriteArrayList<>();
  private Page page;

  @BeforeAll
  static void start() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLISECONDS);
    chromium = Browser.start();
    SmallWarehouse small = SmallWarehouse.shared();
    app = RunningApp.over(small.file(), small.blobs());
  }

  @AfterAll
  static void stop() {
    if (app != null) {
      app.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void open() {
    page = chromium.browser().newPage();
    page.setDefaultTimeout(PATIENCE_MILLISECONDS);
    page.onPageError(error -> problems.add("page: " + error));
    page.navigate(app.url() + "copilot");
  }

  @AfterEach
  void close() {
    page.close();
    assertThat(problems).isEmpty();
  }

  @Test
  void aQuestionShowsItsSqlItsMeaningAndItsRows() throws Exception {
    ask("error rate by tier");
    assertThat(page.locator("sql-editor")).containsText("avg((g.status <> 'success')::INT)");
    assertThat(page.locator(".copilot-workbench")).containsText("Share of generation requests");
    assertThat(page.locator(".copilot-result")).containsText("3 rows");
    assertThat(page.locator("vaadin-grid")).containsText("enterprise");
    Download csv = page.waitForDownload(() -> page.getByLabel("Download as CSV").click());
    assertThat(Files.readString(csv.path())).startsWith("user_tier,error_rate\r\n");
    assertThat(page.url()).contains("q=error");
    Download parquet = page.waitForDownload(() -> page.getByLabel("Download as Parquet").click());
    assertThat(rowsOf(parquet)).isEqualTo(3);
  }

  private static long rowsOf(Download parquet) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT count(*) FROM '%s'".formatted(named(parquet)))) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** The browser keeps a download under a name without an ending. */
  private static Path named(Download download) {
    Path file = download.path().resolveSibling(download.suggestedFilename());
    download.saveAs(file);
    return file;
  }

  @Test
  void aLongQueryEndsWhenItIsCancelledAndTheNextOneRuns() {
    ask("how many users are there?");
    assertThat(page.locator(".copilot-result")).containsText("1 row");
    run(
        "SELECT count(*) FROM fct_generations a, fct_generations b, fct_generations c,"
            + " fct_generations d WHERE a.latency_ms + b.latency_ms > c.latency_ms + d.latency_ms");
    assertThat(page.locator(".copilot-result")).containsText("Running");
    page.getByText("Cancel", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator(".copilot-result")).containsText("Cancelled.");
    run("SELECT region FROM dim_users LIMIT 7");
    assertThat(page.locator(".copilot-result")).containsText("7 rows");
  }

  private void run(String sql) {
    page.locator("sql-editor .cm-content").fill(sql);
    page.locator("sql-editor .cm-content").press("Control+Enter");
  }

  @Test
  void editedSqlRunsWithCtrlEnter() {
    ask("how many users are there?");
    assertThat(page.locator(".copilot-result")).containsText("1 row");
    run("SELECT region FROM dim_users LIMIT 7");
    assertThat(page.locator(".copilot-result")).containsText("7 rows");
  }

  @Test
  void aRefusalSaysWhyAndOffersWhatComesNearest() {
    ask("delete all failed generations");
    assertThat(page.locator(".copilot-workbench")).containsText("The Copilot only reads");
    assertThat(page.locator(".copilot-workbench .copilot-example")).hasCount(3);
  }

  @Test
  void sqlTypedAsAQuestionMeetsTheGuard() {
    ask("DELETE FROM dim_users");
    assertThat(page.locator(".copilot")).containsText("never change");
    ask("SELECT * FROM read_text('/etc/passwd')");
    assertThat(page.locator(".copilot-result")).containsText("Refused");
  }

  @Test
  void aLinkRestoresTheAnswerAndAxeFindsNothingSerious() {
    page.navigate(app.url() + "copilot?q=churn+rate+by+region");
    assertThat(page.locator(".copilot-result")).containsText("rows");
    List<String> serious =
        new AxeBuilder(page)
            .analyze().getViolations().stream()
                .filter(v -> List.of("serious", "critical").contains(v.getImpact()))
                .map(v -> v.getId() + " " + v.getNodes().get(0).getHtml())
                .toList();
    assertThat(serious).isEmpty();
  }

  private void ask(String question) {
    page.getByLabel("Question").fill(question);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ask").setExact(true))
        .click();
  }
}
