package io.genai.sessions.web.dashboard;

import io.genai.sessions.web.WebServices;

/** The dashboard's service, put together by hand. */
final class TestDashboard {
  private TestDashboard() {}

  static DashboardService over(WebServices services) {
    return new DashboardService(
        services.monitor(),
        new KeyFigures(services.figures()),
        new SessionCharts(services.figures()),
        new GenerationCharts(services.figures()),
        new RetentionChart(services.figures()),
        new DecompositionChart(services.figures()),
        new Drivers(services.figures(), services.warehouse()),
        new ClusterImages(services.warehouse(), services.monitor()));
  }
}
