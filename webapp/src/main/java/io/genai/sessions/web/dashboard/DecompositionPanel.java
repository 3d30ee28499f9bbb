package io.genai.sessions.web.dashboard;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.RangeInput;
import com.vaadin.flow.component.html.Span;
import io.genai.sessions.web.data.Filters;
import io.genai.sessions.web.shared.ChartCard;
import io.genai.sessions.web.shared.Formats;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** The parts of friction, with a slider for each weight. */
final class DecompositionPanel {
  private static final double MOST = 2;
  private static final double STEP = 0.1;

  private final DashboardService service;
  private final Consumer<Filters> open;
  private final ChartCard card = new ChartCard("friction-parts");
  private final Map<DecompositionChart.Part, RangeInput> sliders =
      new EnumMap<>(DecompositionChart.Part.class);
  private final Map<DecompositionChart.Part, Span> readings =
      new EnumMap<>(DecompositionChart.Part.class);
  private Filters filters = Filters.NONE;
  private String words = "";

  DecompositionPanel(DashboardService service, Consumer<Filters> open) {
    this.service = service;
    this.open = open;
    Div weights = new Div();
    weights.addClassName("weights");
    for (DecompositionChart.Part part : DecompositionChart.Part.values()) {
      weights.add(slider(part));
    }
    Button reset = new Button("Reset", click -> reset());
    reset.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    weights.add(reset);
    card.showBelow(weights);
  }

  ChartCard card() {
    return card;
  }

  /** What each part's weight is multiplied by now. */
  Map<DecompositionChart.Part, Double> factors() {
    Map<DecompositionChart.Part, Double> factors = new EnumMap<>(DecompositionChart.Part.class);
    sliders.forEach((part, slider) -> factors.put(part, slider.getValue()));
    return factors;
  }

  void show(Filters shown, String note) {
    filters = shown;
    words = note;
    sliders.forEach(
        (part, slider) -> readings.get(part).setText("× " + Formats.decimal(slider.getValue(), 1)));
    ChartFigure figure = service.decomposition(filters, factors());
    card.show(figure.spec().withNote(words), figure.definition(), figure.emptyReason());
    card.onMark(
        (series, category) -> {
          Filters narrowed = figure.narrowed(filters, series, category);
          if (!narrowed.equals(filters)) {
            open.accept(narrowed);
          }
        });
  }

  private Div slider(DecompositionChart.Part part) {
    RangeInput slider = new RangeInput();
    slider.setMin(0);
    slider.setMax(MOST);
    slider.setStep(STEP);
    slider.setValue(1.0);
    String id = "weight-" + part.name();
    slider.setId(id);
    slider.addValueChangeListener(
        change -> {
          if (change.isFromClient()) {
            show(filters, words);
          }
        });
    Span reading = new Span();
    reading.addClassName("weight-reading");
    sliders.put(part, slider);
    readings.put(part, reading);
    NativeLabel label = new NativeLabel(part.label() + " weight");
    label.setFor(slider);
    Div row = new Div(label, slider, reading);
    row.addClassName("weight");
    return row;
  }

  private void reset() {
    sliders.values().forEach(slider -> slider.setValue(1.0));
    show(filters, words);
  }
}
