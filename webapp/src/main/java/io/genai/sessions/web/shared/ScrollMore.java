package io.genai.sessions.web.shared;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JsModule;

/** The end of a list that goes on: asks for more when it comes into view, or at a click. */
@Tag("scroll-more")
@JsModule("./components/scroll-more.ts")
public final class ScrollMore extends Component implements HasComponents {

  /**
   * @param onMore called for each batch
   */
  public ScrollMore(Runnable onMore) {
    Button button = new Button("Show more", (ClickEvent<Button> click) -> onMore.run());
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    add(button);
    getElement().addEventListener("reached", event -> onMore.run());
  }

  /** Looks again whether it is in view, after more was added above it. */
  public void again() {
    getElement().callJsFunction("again");
  }
}
