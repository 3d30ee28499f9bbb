package io.genai.sessions.web.shared;

/**
 * A view over the warehouse. It reads its state from the URL before it is entered; {@link
 * MainLayout} has it ask and show, when there is something to ask, and again when other data is
 * published.
 */
public interface AnalyzerView {

  /** What the page is called, in the top bar and the browser's tab. */
  String heading();

  /** Asks the warehouse and shows the answer. */
  void show();
}
