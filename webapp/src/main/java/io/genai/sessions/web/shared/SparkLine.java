package io.genai.sessions.web.shared;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import java.util.Optional;

/** A word-sized line beside a figure. */
@Tag("spark-line")
@JsModule("./components/spark-line.ts")
public final class SparkLine extends Component {

  public SparkLine(List<Optional<Double>> values) {
    ArrayNode numbers = JsonNodeFactory.instance.arrayNode();
    values.forEach(value -> value.ifPresentOrElse(numbers::add, numbers::addNull));
    getElement().setPropertyJson("values", numbers);
  }
}
