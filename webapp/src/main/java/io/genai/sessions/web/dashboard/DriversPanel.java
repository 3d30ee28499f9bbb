package io.genai.sessions.web.dashboard;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.select.SelectVariant;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.data.Filters;
import io.genai.sessions.web.shared.Formats;
import io.genai.sessions.web.shared.InfoIcon;
import io.genai.sessions.web.shared.Panels;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** "What drives it": the segments in which a measure stands out; a click narrows to one. */
final class DriversPanel extends Section {
  private static final String EXPLANATION =
      "Segments (one or two dimensions) in which the measure stands above everything else, ranked by"
          + " contribution: the share of the measure's total that would be gone if the segment were"
          + " like the rest. Lift is the segment's mean divided by the mean of the rest, with its 95 %"
          + " interval. Listed only where it holds after Holm's correction for all segments tried."
          + " Sessions count under the label that most of their prompts have.";

  private final transient DashboardService service;
  private final transient SemanticModel model;
  private final transient Consumer<Filters> open;
  private final Select<Measure> choice = new Select<>();
  private final Div list = new Div();
  private transient Filters filters = Filters.NONE;

  DriversPanel(DashboardService service, SemanticModel model, Consumer<Filters> open) {
    this.service = service;
    this.model = model;
    this.open = open;
    setId("drivers");
    addClassNames("card", "drivers");
    choice.setItems(service.drivenMeasures());
    choice.setItemLabelGenerator(Measure::label);
    choice.setValue(service.drivenMeasures().get(0));
    choice.setAriaLabel("Measure to explain");
    choice.addThemeVariants(SelectVariant.LUMO_SMALL);
    choice.addValueChangeListener(change -> show(filters));
    Div head =
        new Div(new H2("What drives it"), new InfoIcon("what drives it", EXPLANATION), choice);
    head.addClassName("card-head");
    add(head, list);
  }

  /** The measure that is explained. */
  Measure measure() {
    return choice.getValue();
  }

  void show(Filters shown) {
    filters = shown;
    list.removeAll();
    Measure measure = measure();
    List<Driver> drivers = service.drivers(measure, filters);
    if (drivers.isEmpty()) {
      list.add(Panels.nothing(nothing(measure)));
      return;
    }
    double greatest = drivers.get(0).contribution();
    OrderedList items = new OrderedList();
    items.addClassName("driver-list");
    drivers.forEach(driver -> items.add(new ListItem(row(driver, measure, greatest))));
    list.add(items);
  }

  private String nothing(Measure measure) {
    return """
        Nothing beyond chance: of the %1$ss that pass these filters, no segment of %2$d or more \
        stands above the rest by more than chance explains. To show so small a difference takes \
        more %1$ss: run the pipeline over more rows%3$s."""
        .formatted(
            measure.entity(),
            SegmentRanking.FEWEST_ROWS,
            filters.isEmpty() ? "" : ", or lift a filter");
  }

  private NativeButton row(Driver driver, Measure measure, double greatest) {
    Div name = new Div(new Span(words(driver)));
    name.addClassName("driver-name");
    Span fill = new Span();
    fill.getStyle().setWidth(Formats.percentWidth(driver.contribution() / greatest));
    Span bar = new Span(fill);
    bar.addClassName("driver-bar");
    Div contribution =
        new Div(bar, new Span(Formats.decimal(100 * driver.contribution(), 1) + "%"));
    contribution.addClassName("driver-contribution");
    Div lift =
        cell(
            "× " + Formats.decimal(driver.lift(), 2),
            "%s–%s"
                .formatted(
                    Formats.decimal(driver.interval().low(), 2),
                    Formats.decimal(driver.interval().high(), 2)));
    Div means =
        cell(
            Formats.value(measure.format(), driver.mean()),
            "rest " + Formats.value(measure.format(), driver.rest()));
    String noun = measure.entity() + "s";
    Div size =
        cell(
            Formats.count(driver.size()) + " " + noun,
            Formats.decimal(100 * driver.share(), 1) + "% of all");
    NativeButton button = new NativeButton("", click -> open.accept(narrowed(driver)));
    button.add(name, contribution, lift, means, size);
    button.addClassName("driver-row");
    button.getElement().setAttribute("type", "button");
    button.setAriaLabel(
        "Narrow to %s: contribution %s%%, lift %s"
            .formatted(
                words(driver),
                Formats.decimal(100 * driver.contribution(), 1),
                Formats.decimal(driver.lift(), 2)));
    return button;
  }

  private static Div cell(String first, String second) {
    Span below = new Span(second);
    below.addClassName("secondary");
    Div cell = new Div(new Span(first), below);
    cell.addClassName("driver-cell");
    return cell;
  }

  private String words(Driver driver) {
    return driver.parts().stream()
        .map(part -> model.dimension(part.dimension()).label() + " " + Formats.words(part.value()))
        .collect(Collectors.joining(" and "));
  }

  private Filters narrowed(Driver driver) {
    Filters narrowed = filters;
    for (Driver.Part part : driver.parts()) {
      narrowed = narrowed.with(part.dimension(), part.value());
    }
    return narrowed;
  }
}
