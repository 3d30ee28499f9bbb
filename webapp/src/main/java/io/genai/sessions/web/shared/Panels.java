package io.genai.sessions.web.shared;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;

/** What stands in a view's place when there is nothing to show. */
public final class Panels {
  static final String BUILD_COMMAND = "mvn -q compile exec:java -pl pipeline -am";

  private Panels() {}

  static Component noWarehouse(String message) {
    return panel(
        VaadinIcon.DATABASE,
        "No warehouse yet",
        new Paragraph(message),
        new Paragraph("Build one from the repository's root:"),
        new Pre(new Code(BUILD_COMMAND)),
        new Paragraph("This page fills by itself as soon as it is there."));
  }

  static Component unreadable(String message) {
    return panel(
        VaadinIcon.WARNING,
        "The warehouse can't be read",
        new Paragraph(message),
        new Paragraph("To build it anew:"),
        new Pre(new Code(BUILD_COMMAND)),
        new Paragraph("This page comes back by itself as soon as the file can be read."));
  }

  static Component failed(String message, Runnable again) {
    Button button = new Button("Try again", click -> again.run());
    button.addClassName("panel-button");
    return panel(VaadinIcon.WARNING, "This view can't be shown", new Paragraph(message), button);
  }

  /** A panel with a heading in place of something that is not there. */
  public static Component panel(VaadinIcon symbol, String title, Component... parts) {
    Icon icon = symbol.create();
    icon.getElement().setAttribute("aria-hidden", "true");
    Div panel = new Div(icon, new H2(title));
    panel.add(parts);
    panel.addClassName("empty-panel");
    Div page = new Div(panel);
    page.addClassName("empty-page");
    return page;
  }

  /** A line of text where a list or chart would stand. */
  public static Component nothing(String text) {
    Paragraph line = new Paragraph(text);
    line.addClassName("nothing");
    return line;
  }
}
