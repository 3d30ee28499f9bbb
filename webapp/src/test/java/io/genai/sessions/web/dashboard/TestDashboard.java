package io.genai.sessions.web.dashboard;

import io.genai.sessions.web.WebServices;

/** The dashboard's service, put together by hand. */
final class TestDashboard {
  private TestDashboard() {}

  static DashboardService over(WebServices services) {
    SessionSets sessionSets = new SessionSets(services.figures(), services.warehouse());
    Tallies tallies = new Tallies(services.figures(), sessionSets, services.monitor());
    return new DashboardService(
        services.monitor(),
        tallies,
        new KeyFigures(services.figures(), tallies),
        new SessionCharts(services.figures(), tallies, sessionSets),
        new GenerationCharts(services.figures(), tallies),
        new RetentionChart(services.figures(), tallies, services.monitor()),
        new DecompositionChart(services.figures(), tallies),
        new Drivers(services.figures(), sessionSets, services.warehouse()),
        new ClusterImages(services.warehouse(), services.monitor()));
  }
}
