package io.genai.sessions.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;

/** Takes the README's pictures of a running app: {@code http://127.0.0.1:8080 docs/images}. */
public final class ReadmePictures {
  private static final int WIDTH = 1180;
  private static final int HEIGHT = 600;

  /** What lies below the picture loads when somebody scrolls to it. */
  private static final String IN_SIGHT_IS_THERE =
      """
      () => {
        const inSight = e => e.getBoundingClientRect().top < innerHeight;
        return [...document.images].filter(inSight).every(i => i.complete)
            && [...document.querySelectorAll('analyzer-chart')].filter(inSight)
                .every(c => c.querySelector('svg'))
            && [...document.querySelectorAll('.v-loading-indicator')]
                .every(bar => getComputedStyle(bar).opacity === '0');
      }
      """;

  private record Picture(String name, String path, String ready, ColorScheme scheme) {}

  private static final List<Picture> PICTURES =
      List.of(
          new Picture("dashboard", "", "analyzer-chart svg", ColorScheme.LIGHT),
          new Picture(
              "explorer",
              "explorer?q=a+castle+in+the+mountains",
              ".prompt-card img",
              ColorScheme.DARK),
          new Picture(
              "session", "sessions?sort=size&order=descending", "vaadin-grid a", ColorScheme.LIGHT),
          new Picture("pipeline", "pipeline", ".lineage-node", ColorScheme.DARK));

  private ReadmePictures() {}

  public static void main(String[] arguments) {
    try (Browser chromium = Browser.start()) {
      for (Picture picture : PICTURES) {
        try (BrowserContext context =
            chromium
                .browser()
                .newContext(
                    new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(WIDTH, HEIGHT)
                        .setColorScheme(picture.scheme()))) {
          Page page = context.newPage();
          page.navigate(arguments[0] + "/" + picture.path());
          page.waitForSelector(picture.ready());
          if (picture.name().equals("session")) {
            page.locator("vaadin-grid a").first().click();
            page.waitForSelector(".timeline-row");
          }
          page.waitForFunction(IN_SIGHT_IS_THERE);
          page.screenshot(
              new Page.ScreenshotOptions().setPath(Path.of(arguments[1], picture.name() + ".png")));
        }
      }
    }
  }
}
