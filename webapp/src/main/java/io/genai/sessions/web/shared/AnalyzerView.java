package io.genai.sessions.web.shared;

import com.vaadin.flow.router.HasDynamicTitle;

/**
 * A view over the warehouse. It reads its state from the URL before it is entered; {@link
 * MainLayout} has it ask and show, when there is something to ask, and again when other data is
 * published.
 */
public interface AnalyzerView extends HasDynamicTitle {

  /** What the page is called, in the top bar and the browser's tab. */
  String heading();

  @Override
  default String getPageTitle() {
    return heading() + " · Session Analyzer";
  }

  /** Asks the warehouse and shows the answer. */
  void show();
}
