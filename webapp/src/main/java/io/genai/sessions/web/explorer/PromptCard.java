package io.genai.sessions.web.explorer;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.genai.sessions.warehouse.semantic.Format;
import io.genai.sessions.web.shared.BlobImage;
import io.genai.sessions.web.shared.Formats;
import io.genai.sessions.web.shared.StatusIcon;

/** One prompt in the grid; a click opens its details. */
final class PromptCard extends NativeButton {

  PromptCard(SearchResult.Hit hit, Runnable onOpen) {
    addClassNames("card", "prompt-card");
    BlobImage image = new BlobImage(hit.thumbnail(), "");
    image.addClassName("prompt-image");
    Div picture = new Div(image);
    picture.addClassName("prompt-picture");
    hit.similarity()
        .ifPresent(
            similarity -> {
              Span score = new Span(Formats.decimal(100 * similarity, 0) + "% alike");
              score.addClassName("similarity");
              picture.add(score);
            });
    Div text = new Div(hit.text());
    text.addClassName("prompt-text");
    Div facts = new Div();
    facts.addClassName("prompt-facts");
    if (!hit.status().isEmpty()) {
      facts.add(
          new StatusIcon(hit.status()),
          new Span(Formats.value(Format.MILLISECONDS, hit.latencyMilliseconds())));
    }
    Div tags = new Div();
    tags.addClassName("prompt-tags");
    hit.artStyle().ifPresent(style -> tags.add(tag(style)));
    hit.mood().ifPresent(mood -> tags.add(tag(mood)));
    facts.add(tags);
    add(picture, text, facts);
    getElement().setAttribute("type", "button");
    setAriaLabel("Prompt: " + hit.text());
    addClickListener(click -> onOpen.run());
  }

  private static Span tag(String text) {
    Span tag = new Span(text);
    tag.addClassName("tag");
    return tag;
  }
}
