package io.genai.sessions.web.shared;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BaseJsonNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;

/** The chart element: one JSON property in, clicks on marks out. */
@Tag("analyzer-chart")
@NpmPackage(value = "apexcharts", version = "4.7.0")
@JsModule("./components/analyzer-chart.ts")
public final class Chart extends Component implements HasSize {
  private static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module());

  /** Draws a chart, in place of the one before. */
  public void show(ChartSpec spec) {
    getElement().setPropertyJson("spec", (BaseJsonNode) JSON.valueToTree(spec));
    getElement().setAttribute("role", "img");
    getElement().setAttribute("aria-label", "Chart: " + spec.title() + ". The menu has a table.");
  }

  /** Has the browser save the chart as a PNG. */
  public void savePng(String fileName) {
    getElement().callJsFunction("savePng", fileName);
  }

  /** Has the browser save a text. */
  public void saveText(String fileName, String text) {
    getElement().callJsFunction("saveText", fileName, text);
  }

  /** Tells of clicks on marks. */
  public void addMarkListener(ComponentEventListener<MarkClicked> listener) {
    addListener(MarkClicked.class, listener);
  }

  /** A click on a mark. */
  @DomEvent("mark")
  public static final class MarkClicked extends ComponentEvent<Chart> {
    private final int series;
    private final int category;

    public MarkClicked(
        Chart source,
        boolean fromClient,
        @EventData("event.detail.series") int series,
        @EventData("event.detail.category") int category) {
      super(source, fromClient);
      this.series = series;
      this.category = category;
    }

    /** Index of the series, or -1 where the click fell between them. */
    public int series() {
      return series;
    }

    /** Index of the category. */
    public int category() {
      return category;
    }
  }
}
