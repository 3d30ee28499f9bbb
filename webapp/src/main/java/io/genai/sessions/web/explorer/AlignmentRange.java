package io.genai.sessions.web.explorer;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import java.util.Optional;
import java.util.function.BiConsumer;

/** From which to which alignment score. */
final class AlignmentRange extends Div {
  private final NumberField least = field("Alignment from");
  private final NumberField most = field("Alignment to");

  AlignmentRange(BiConsumer<Optional<Double>, Optional<Double>> onChange) {
    addClassName("alignment-range");
    least.addValueChangeListener(change -> changed(change.isFromClient(), onChange));
    most.addValueChangeListener(change -> changed(change.isFromClient(), onChange));
    add(least, most);
  }

  private static NumberField field(String label) {
    NumberField field = new NumberField(label);
    field.setMin(-1);
    field.setMax(1);
    field.setStep(0.01);
    field.setPlaceholder("any");
    field.addThemeVariants(TextFieldVariant.LUMO_SMALL);
    return field;
  }

  private void changed(boolean byPerson, BiConsumer<Optional<Double>, Optional<Double>> onChange) {
    if (byPerson && !least.isInvalid() && !most.isInvalid()) {
      onChange.accept(least.getOptionalValue(), most.getOptionalValue());
    }
  }

  void show(Optional<Double> from, Optional<Double> to) {
    least.setValue(from.orElse(null));
    most.setValue(to.orElse(null));
  }
}
