package io.genai.sessions.web.sessions;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import io.genai.sessions.web.shared.AnalyzerView;
import io.genai.sessions.web.shared.MainLayout;

@Route(value = "sessions", layout = MainLayout.class)
public final class SessionsView extends Div implements AnalyzerView {
  @Override
  public String heading() {
    return "Sessions";
  }

  @Override
  public void show() {}
}
