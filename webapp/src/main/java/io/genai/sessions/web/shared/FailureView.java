package io.genai.sessions.web.shared;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stands where a view could not even be opened. */
@ParentLayout(MainLayout.class)
public final class FailureView extends Div implements AnalyzerView, HasErrorParameter<Exception> {
  private static final Logger log = LoggerFactory.getLogger(FailureView.class);

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
    log.error("The view can't be opened", parameter.getCaughtException());
    add(
        Panels.panel(
            VaadinIcon.WARNING,
            "This view can't be opened",
            new Paragraph(Failures.words(parameter.getCaughtException()))));
    return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
  }

  @Override
  public String heading() {
    return "Problem";
  }

  @Override
  public void show() {}
}
