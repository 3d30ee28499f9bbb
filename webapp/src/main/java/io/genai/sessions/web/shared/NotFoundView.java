package io.genai.sessions.web.shared;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;

/** Stands where a link leads nowhere. */
@ParentLayout(MainLayout.class)
public final class NotFoundView extends Div
    implements AnalyzerView, HasErrorParameter<NotFoundException> {

  @Override
  public int setErrorParameter(
      BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
    add(
        Panels.panel(
            VaadinIcon.SEARCH,
            "There is no such page",
            new Paragraph("The navigation on the left leads to all there are.")));
    return HttpServletResponse.SC_NOT_FOUND;
  }

  @Override
  public String heading() {
    return "Not found";
  }

  @Override
  public void show() {}
}
