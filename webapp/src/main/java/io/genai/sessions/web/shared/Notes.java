package io.genai.sessions.web.shared;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;

/** What of a link was left out, above the view that it led to. */
public final class Notes extends Div {

  public Notes() {
    addClassName("notes");
    getElement().setAttribute("role", "status");
  }

  public void show(List<String> notes) {
    removeAll();
    notes.forEach(note -> add(new Paragraph(note)));
  }
}
