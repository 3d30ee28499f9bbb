package io.genai.sessions.web.explorer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.shared.Tooltip;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.genai.sessions.web.sessions.SessionView;
import io.genai.sessions.web.shared.BlobImage;
import io.genai.sessions.web.shared.Panels;
import java.util.Optional;
import java.util.function.Consumer;

/** One prompt: its image at full size, all that is known, and ways on. */
final class PromptDialog extends Dialog {
  private final transient PromptDetailsService details;
  private final transient Consumer<Likeness> moreLike;

  PromptDialog(PromptDetailsService details, Runnable onClose, Consumer<Likeness> moreLike) {
    this.details = details;
    this.moreLike = moreLike;
    addClassName("prompt-dialog");
    setWidth("min(1080px, 96vw)");
    setMaxHeight("94vh");
    setHeaderTitle("Prompt");
    Button close = new Button(VaadinIcon.CLOSE.create(), click -> onClose.run());
    close.setAriaLabel("Close");
    close.addThemeNames("tertiary", "icon");
    getHeader().add(close);
    addDialogCloseActionListener(event -> onClose.run());
  }

  /** Opens with that prompt, or closes. */
  void show(Optional<Long> promptId) {
    removeAll();
    if (promptId.isEmpty()) {
      close();
      return;
    }
    setHeaderTitle("Prompt " + promptId.get());
    Optional<PromptDetails> found = details.find(promptId.get());
    if (found.isPresent()) {
      show(found.get());
    } else {
      add(Panels.nothing("There is no prompt %d in this warehouse.".formatted(promptId.get())));
    }
    open();
  }

  private void show(PromptDetails prompt) {
    BlobImage image = new BlobImage(prompt.image(), "Image of the prompt: " + prompt.text());
    Div picture = new Div(image);
    picture.addClassName("dialog-picture");
    Paragraph text = new Paragraph(prompt.text());
    text.addClassName("dialog-text");
    DescriptionList fields = new DescriptionList();
    fields.addClassName("fields");
    for (PromptDetails.Field field : prompt.fields()) {
      DescriptionList.Term term = new DescriptionList.Term(field.name());
      Tooltip.forComponent(term).setText(field.definition());
      fields.add(term, new DescriptionList.Description(field.value()));
    }
    Div ways = new Div();
    ways.addClassName("dialog-ways");
    if (prompt.hasMeaning()) {
      ways.add(more(prompt, "More like this, by text", Likeness.Space.TEXT));
    }
    if (prompt.hasLook()) {
      ways.add(more(prompt, "More like this, by look", Likeness.Space.IMAGE));
    }
    prompt
        .session()
        .ifPresent(
            id -> {
              RouterLink link =
                  new RouterLink(
                      "Its session", SessionView.class, new RouteParameters(SessionView.ID, id));
              link.addClassName("button-link");
              ways.add(link);
            });
    Div facts = new Div(text, ways, fields);
    facts.addClassName("dialog-facts");
    Div content = new Div(picture, facts);
    content.addClassName("dialog-content");
    add(content);
  }

  private Button more(PromptDetails prompt, String label, Likeness.Space space) {
    return new Button(
        label, click -> moreLike.accept(new Likeness.ToPrompt(prompt.promptId(), space)));
  }
}
