package io.genai.sessions.web.shared;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBoxVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePickerVariant;
import com.vaadin.flow.component.html.Div;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.data.Filters;
import io.genai.sessions.web.data.Vocabulary;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Fields that narrow a view: a span of days and the values of some dimensions. */
public final class FilterBar extends Div {
  private final transient SemanticModel model;
  private final transient Vocabulary vocabulary;
  private final transient Consumer<Filters> onChange;
  private final DatePicker from = day("From");
  private final DatePicker to = day("To");
  private final Map<String, MultiSelectComboBox<String>> fields = new LinkedHashMap<>();
  private transient Filters shown = Filters.NONE;

  /**
   * @param dimensions names of the dimensions that get a field, in order
   * @param onChange called with the filters that a person has chosen
   */
  public FilterBar(
      SemanticModel model,
      Vocabulary vocabulary,
      List<String> dimensions,
      Consumer<Filters> onChange) {
    this.model = model;
    this.vocabulary = vocabulary;
    this.onChange = onChange;
    addClassName("filter-bar");
    getElement().setAttribute("role", "search");
    getElement().setAttribute("aria-label", "Filters");
    from.addValueChangeListener(change -> daysChanged(change.isFromClient()));
    to.addValueChangeListener(change -> daysChanged(change.isFromClient()));
    add(from, to);
    dimensions.forEach(this::addField);
  }

  private static DatePicker day(String label) {
    DatePicker picker = new DatePicker(label);
    picker.setLocale(Locale.UK);
    picker.setClearButtonVisible(true);
    picker.addThemeVariants(DatePickerVariant.LUMO_SMALL);
    picker.setPlaceholder("any day");
    return picker;
  }

  private void addField(String dimension) {
    MultiSelectComboBox<String> field =
        new MultiSelectComboBox<>(model.dimension(dimension).label());
    field.addThemeVariants(MultiSelectComboBoxVariant.LUMO_SMALL);
    field.setClearButtonVisible(true);
    field.setPlaceholder("all");
    field.setItemLabelGenerator(value -> label(dimension, value));
    field.setAutoExpand(MultiSelectComboBox.AutoExpandMode.NONE);
    field.addValueChangeListener(
        change -> {
          if (change.isFromClient()) {
            onChange.accept(shown.with(dimension, change.getValue()));
          }
        });
    fields.put(dimension, field);
    add(field);
  }

  private String label(String dimension, String value) {
    return FilterChips.value(model.dimension(dimension), value);
  }

  private void daysChanged(boolean byPerson) {
    if (byPerson && !from.isInvalid() && !to.isInvalid()) {
      onChange.accept(shown.between(from.getOptionalValue(), to.getOptionalValue()));
    }
  }

  /**
   * Shows which filters hold.
   *
   * @param first first day of the data
   * @param last last day of the data
   */
  public void show(Filters filters, LocalDate first, LocalDate last) {
    shown = filters;
    from.setMin(first);
    from.setMax(filters.to().orElse(last));
    to.setMin(filters.from().orElse(first));
    to.setMax(last);
    from.setInitialPosition(first);
    to.setInitialPosition(last);
    from.setValue(within(filters.from(), from));
    to.setValue(within(filters.to(), to));
    fields.forEach(
        (dimension, field) -> {
          field.setItems(vocabulary.values(dimension));
          field.setValue(filters.of(dimension));
        });
  }

  /** A day outside the data still filters (its chip shows it), but the field would reject it. */
  private static LocalDate within(Optional<LocalDate> day, DatePicker field) {
    return day.filter(one -> !one.isBefore(field.getMin()) && !one.isAfter(field.getMax()))
        .orElse(null);
  }
}
