package io.genai.sessions.web.shared;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;

/** A small "i" that explains what stands beside it, to the mouse, the keyboard and readers. */
public final class InfoIcon extends Button {

  public InfoIcon(String about, String explanation) {
    super(VaadinIcon.INFO_CIRCLE_O.create());
    addThemeVariants(
        ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
    addClassName("info-icon");
    setAriaLabel("About " + about);
    setTooltipText(explanation);
  }
}
