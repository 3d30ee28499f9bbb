package io.genai.sessions.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Takes a picture of each view of a running app, light and dark, wide and narrow: {@code
 * http://127.0.0.1:8080 DIRECTORY [view …]}.
 */
public final class Screenshots {
  private static final Map<String, String> VIEWS = new LinkedHashMap<>();

  static {
    VIEWS.put("dashboard", "");
    VIEWS.put("explorer", "explorer?q=an+astronaut+on+a+horse");
    VIEWS.put("sessions", "sessions");
    VIEWS.put("pipeline", "pipeline");
    VIEWS.put("prompt", "explorer?prompt=9");
    VIEWS.put("copilot", "copilot?q=error+rate+by+tier");
    VIEWS.put("session", "sessions?sort=friction&order=descending");
  }

  private Screenshots() {}

  public static void main(String[] arguments) {
    try (Browser chromium = Browser.start()) {
      for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
        for (int width : new int[] {1440, 400}) {
          try (BrowserContext context =
              chromium
                  .browser()
                  .newContext(
                      new com.microsoft.playwright.Browser.NewContextOptions()
                          .setColorScheme(scheme)
                          .setViewportSize(width, 900))) {
            Page page = context.newPage();
            for (Map.Entry<String, String> view : VIEWS.entrySet()) {
              take(page, arguments, view, scheme, width);
            }
          }
        }
      }
    }
  }

  private static void take(
      Page page,
      String[] arguments,
      Map.Entry<String, String> view,
      ColorScheme scheme,
      int width) {
    if (arguments.length > 2
        && !java.util.Arrays.asList(arguments)
            .subList(2, arguments.length)
            .contains(view.getKey())) {
      return;
    }
    page.navigate(arguments[0] + "/" + view.getValue());
    page.waitForSelector("vaadin-app-layout");
    if (view.getKey().equals("session")) {
      page.locator("vaadin-grid a").first().click();
      page.waitForSelector(".timeline-row");
    }
    page.waitForFunction(
        "() => !window.Vaadin.Flow.clients || "
            + "Object.values(window.Vaadin.Flow.clients).every(c => !c.isActive || !c.isActive())");
    int full =
        ((Number)
                page.evaluate(
                    "() => Math.min(4000, Math.max(900, ...[...document.querySelectorAll('.page,.empty-page')]"
                        + ".map(e => e.scrollHeight + 60)))"))
            .intValue();
    page.setViewportSize(width, full);
    page.waitForTimeout(700);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(
                Path.of(
                    arguments[1],
                    "%s-%s-%d.png"
                        .formatted(
                            view.getKey(),
                            scheme.name().toLowerCase(java.util.Locale.ROOT),
                            width))));
    page.setViewportSize(width, 900);
  }
}
