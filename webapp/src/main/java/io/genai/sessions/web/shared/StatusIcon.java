package io.genai.sessions.web.shared;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;

/** How a generation ended: a shape and a colour, with words for readers. */
public final class StatusIcon extends Span {

  public StatusIcon(String status) {
    addClassNames("status-icon", "status-" + status);
    Icon icon = symbol(status).create();
    icon.getElement().setAttribute("aria-hidden", "true");
    add(icon);
    getElement().setAttribute("title", Formats.words(status));
    getElement().setAttribute("role", "img");
    getElement().setAttribute("aria-label", Formats.words(status));
  }

  private static VaadinIcon symbol(String status) {
    return switch (status) {
      case "success" -> VaadinIcon.CHECK_CIRCLE;
      case "timeout" -> VaadinIcon.CLOCK;
      case "safety_violation" -> VaadinIcon.SHIELD;
      case "rate_limited" -> VaadinIcon.HAND;
      case "model_error" -> VaadinIcon.CLOSE_CIRCLE;
      default -> VaadinIcon.QUESTION_CIRCLE;
    };
  }
}
