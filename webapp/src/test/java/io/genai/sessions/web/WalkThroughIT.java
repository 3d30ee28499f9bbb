package io.genai.sessions.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person does, in a real browser: no console error, no request to another host. */
class WalkThroughIT {
  // For machines that are busy with something else; a person would have seen it at once.
  private static final int PATIENCE_MILLISECONDS = 60_000;

  private static Browser chromium;
  private static RunningApp app;

  private final List<String> problems = new CopyOnWriteArrayList<>();
  private BrowserContext context;
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
    open(1440, ColorScheme.LIGHT);
  }

  private void open(int width, ColorScheme scheme) {
    if (context != null) {
      context.close();
    }
    context =
        chromium
            .browser()
            .newContext(
                new com.microsoft.playwright.Browser.NewContextOptions()
                    .setColorScheme(scheme)
                    .setViewportSize(width, 900));
    page = context.newPage();
    page.setDefaultTimeout(PATIENCE_MILLISECONDS);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            problems.add("console: " + message.text());
          }
        });
    page.onPageError(error -> problems.add("page: " + error));
    page.onRequest(
        request -> {
          String url = request.url();
          if (!url.startsWith(app.url())
              && !url.startsWith("data:")
              && !url.startsWith("blob:")
              && !url.startsWith(app.url().replace("http", "ws"))) {
            problems.add("request: " + url);
          }
        });
  }

  @AfterEach
  void close() {
    context.close();
    assertThat(problems).isEmpty();
  }

  private void visit(String path) {
    page.navigate(app.url() + path);
    assertThat(page.locator("vaadin-app-layout")).isVisible();
  }

  private Locator chart(String id) {
    return page.locator("#chart-" + id + " analyzer-chart svg").first();
  }

  @Test
  void theDashboardShowsEveryFigureAndChart() {
    visit("");

    assertThat(page.locator(".figure-card")).hasCount(6);
    for (String id :
        List.of(
            "friction-distribution",
            "churn-by-friction",
            "session-cost",
            "latency",
            "errors",
            "timeouts",
            "friction-by-cluster",
            "friction-parts",
            "retention")) {
      assertThat(chart(id)).isVisible();
    }
    assertThat(page.locator(".data-badges .badge"))
        .hasText(new String[] {"simulated telemetry", "embedded models"});
  }

  @Test
  void aClickOnAMarkFiltersEverythingAndBackUndoesIt() {
    visit("");
    assertThat(chart("timeouts")).isVisible();
    String before = page.locator("#figure-error_rate .figure-value").textContent();

    page.locator("#chart-timeouts .apexcharts-bar-area").nth(4).click();
    assertThat(page).hasURL(Pattern.compile("complexity_score=5"));
    assertThat(page.locator(".chip")).hasText("Complexity: 5");
    assertThat(page.locator("#figure-error_rate .figure-value")).not().hasText(before);

    page.goBack();
    assertThat(page.locator(".chip")).hasCount(0);
    assertThat(page.locator("#figure-error_rate .figure-value")).hasText(before);
  }

  @Test
  void aSharedLinkRestoresTheFilters() {
    visit("?user_tier=free&user_tier=pro&from=2022-08-05");

    assertThat(page.locator(".chip")).hasCount(3);
    page.locator(".chip", new Page.LocatorOptions().setHasText("Tier: pro")).click();
    assertThat(page.locator(".chip")).hasCount(2);
    assertThat(page).hasURL(Pattern.compile("user_tier=free(?!.*user_tier=pro)"));
  }

  @Test
  void aBrokenLinkIsUsedAsFarAsItGoesWithANote() {
    visit("?user_tier=gold&nonsense=%3Cscript%3E&from=never&region=Europe");

    assertThat(page.locator(".notes p")).hasCount(3);
    assertThat(page.locator(".chip")).hasText("Region: Europe");
  }

  @Test
  void aKeyFigureLeadsToItsSessionsThenToOneSessionThenToItsImage() {
    visit("");
    page.locator("#figure-average_friction a").click();
    assertThat(page).hasURL(Pattern.compile("sessions\\?.*sort=friction"));

    page.locator("vaadin-grid a").first().click();
    assertThat(page).hasURL(Pattern.compile("/sessions/.+"));
    assertThat(page.locator(".timeline-row").first()).isVisible();

    page.locator(".timeline-picture").first().click();
    assertThat(page.locator(".dialog-content")).isVisible();
    assertThat(page).hasURL(Pattern.compile("explorer\\?prompt="));
    page.getByLabel("Close", new Page.GetByLabelOptions().setExact(true)).click();
    assertThat(page.locator(".dialog-content")).hasCount(0);
  }

  @Test
  void theExplorerFindsByMeaningFiltersAndShowsMoreOfTheSame() {
    visit("explorer");
    Locator search = page.getByLabel("Search prompts");
    search.fill("a spaceman on a pony");
    search.press("Enter");
    assertThat(page).hasURL(Pattern.compile("q=a"));
    assertThat(page.locator(".prompt-card").first()).containsText("astronaut");
    assertThat(page.locator(".summary")).containsText("similar prompt");

    page.locator(".prompt-card").first().click();
    assertThat(page.locator(".dialog-content img")).isVisible();
    page.getByText("More like this, by text").click();
    assertThat(page).hasURL(Pattern.compile("like=\\d+&by=text"));
    assertThat(page.locator(".summary")).containsText("like prompt");
  }

  @Test
  void moreComesOnScroll() {
    visit("explorer");
    assertThat(page.locator(".prompt-card").first()).isVisible();
    page.locator("scroll-more").scrollIntoViewIfNeeded();
    page.waitForFunction("() => document.querySelectorAll('.prompt-card').length >= 48");
  }

  @Test
  void sessionsAreSortedAndFiltered() {
    visit("sessions?user_tier=enterprise&sort=cost&order=descending");
    assertThat(page.locator("vaadin-grid a").first()).isVisible();

    page.getByText("Friction", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page).hasURL(Pattern.compile("sort=friction"));
    page.goBack();
    assertThat(page).hasURL(Pattern.compile("sort=cost"));
  }

  @Test
  void thePipelineShowsHowTheDataCameToBe() {
    visit("pipeline");

    assertThat(page.locator(".lineage-node").first()).isVisible();
    assertThat(page.getByText("part-000001.zip!/broken.png")).isVisible();
    assertThat(page.locator(".checks .badge").first()).isVisible();
  }

  @Test
  void aChartIsSavedAsCsvWithItsFilters() throws IOException {
    visit("?user_tier=free");
    assertThat(chart("timeouts")).isVisible();
    page.locator("#chart-timeouts vaadin-menu-bar-button").first().click();
    Download download = page.waitForDownload(() -> page.getByText("Download CSV").click());

    String csv = Files.readString(download.path());
    assertThat(csv).startsWith("# Timeout rate by complexity\r\n# Tier: free\r\n");
    assertThat(csv.lines().count()).isEqualTo(8);
  }

  @Test
  void aChartIsSavedAsAPicture() throws IOException {
    visit("");
    assertThat(chart("errors")).isVisible();
    page.locator("#chart-errors vaadin-menu-bar-button").first().click();
    Download download = page.waitForDownload(() -> page.getByText("Download PNG").click());

    assertThat(Files.readAllBytes(download.path())).startsWith(0x89, 'P', 'N', 'G');
  }

  @Test
  void theThemeIsSwitchedAndRemembered() {
    visit("");
    page.getByText("Dark", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator("html")).hasAttribute("theme", "dark");
    page.reload();
    assertThat(page.locator("html")).hasAttribute("theme", "dark");
  }

  @Test
  void theThemeFollowsTheSystem() {
    open(1440, ColorScheme.DARK);
    visit("");
    assertThat(page.locator("html")).hasAttribute("theme", "dark");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "explorer", "sessions", "pipeline"})
  void nothingIsWiderThanANarrowScreen(String path) {
    open(400, ColorScheme.LIGHT);
    visit(path);
    assertThat(page.locator(".page")).isVisible();

    Object overflow =
        page.evaluate("() => document.querySelector('.page').scrollWidth - window.innerWidth");
    assertThat(((Number) overflow).intValue()).isLessThanOrEqualTo(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "explorer?q=fox", "explorer?prompt=7", "sessions", "pipeline"})
  void axeFindsNothingSerious(String path) {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      open(1440, scheme);
      visit(path);
      assertThat(page.locator(".page")).isVisible();
      page.waitForFunction("() => !document.querySelector('analyzer-chart:not(:has(svg))')");

      List<String> serious =
          new AxeBuilder(page)
              .analyze().getViolations().stream()
                  .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                  .map(WalkThroughIT::words)
                  .toList();
      assertThat(serious).isEmpty();
    }
  }

  private static String words(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getNodes().stream().limit(4).map(node -> node.getHtml()).toList();
  }

  @Test
  void theKeyboardReachesFiguresAndOpensThem() {
    visit("");
    Locator link =
        page.getByRole(
            AriaRole.LINK,
            new Page.GetByRoleOptions().setName("Churn rate: the sessions behind it"));
    link.focus();
    page.keyboard().press("Enter");
    assertThat(page).hasURL(Pattern.compile("churned_after=true"));
  }

  @Test
  void anAddressThatLeadsNowhereSaysSo() {
    page.navigate(app.url() + "no/such/page");
    assertThat(page.getByText("There is no such page")).isVisible();
    problems.removeIf(problem -> problem.contains("404"));
  }

  @Test
  void anUnknownSessionAndPromptAreToldInWords() {
    visit("sessions/no-such-session");
    assertThat(page.getByText("No such session")).isVisible();
    visit("explorer?prompt=999999999");
    assertThat(page.getByText("There is no prompt 999999999 in this warehouse.")).isVisible();
  }
}
