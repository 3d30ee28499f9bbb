package io.genai.sessions.web.shared;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.data.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The filters that hold, each as a button that lifts it. */
public final class FilterChips extends Div {
  private final transient SemanticModel model;
  private final transient Consumer<Filters> onChange;

  public FilterChips(SemanticModel model, Consumer<Filters> onChange) {
    this.model = model;
    this.onChange = onChange;
    addClassName("filter-chips");
  }

  public void show(Filters filters) {
    removeAll();
    days(filters)
        .ifPresent(words -> addChip(words, filters.between(Optional.empty(), Optional.empty())));
    filters
        .values()
        .forEach(
            (name, kept) -> {
              Dimension dimension = model.dimension(name);
              kept.forEach(
                  value ->
                      addChip(
                          dimension.label() + ": " + value(dimension, value),
                          filters.without(name, value)));
            });
    if (getComponentCount() > 1) {
      Button clear = new Button("Clear all", click -> onChange.accept(Filters.NONE));
      clear.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
      add(clear);
    }
  }

  private void addChip(String text, Filters without) {
    Button chip = new Button(text, VaadinIcon.CLOSE_SMALL.create());
    chip.setIconAfterText(true);
    chip.addThemeVariants(ButtonVariant.LUMO_SMALL);
    chip.addClassName("chip");
    chip.setAriaLabel("Remove the filter " + text);
    chip.addClickListener(click -> onChange.accept(without));
    add(chip);
  }

  /** A value of a dimension as a person reads it. */
  static String value(Dimension dimension, String value) {
    return switch (dimension.type()) {
      case BOOLEAN -> value.equals("true") ? "yes" : "no";
      case TEXT, INTEGER, DECIMAL, DATE, TIMESTAMP ->
          dimension.open() ? value : Formats.words(value);
    };
  }

  /** All filters in one line, for exported charts. */
  public static String words(SemanticModel model, Filters filters) {
    List<String> parts = new ArrayList<>();
    days(filters).ifPresent(parts::add);
    filters
        .values()
        .forEach(
            (name, kept) -> {
              Dimension dimension = model.dimension(name);
              List<String> values = kept.stream().map(one -> value(dimension, one)).toList();
              parts.add(dimension.label() + ": " + String.join(" or ", values));
            });
    return parts.isEmpty() ? "All data" : String.join(" · ", parts);
  }

  private static Optional<String> days(Filters filters) {
    if (filters.from().isPresent() && filters.to().isPresent()) {
      return Optional.of(
          filters.from().equals(filters.to())
              ? Formats.day(filters.from().get())
              : Formats.day(filters.from().get()) + " – " + Formats.day(filters.to().get()));
    }
    return filters
        .from()
        .map(day -> "from " + Formats.day(day))
        .or(() -> filters.to().map(day -> "until " + Formats.day(day)));
  }
}
