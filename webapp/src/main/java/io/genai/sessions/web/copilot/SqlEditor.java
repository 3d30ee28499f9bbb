package io.genai.sessions.web.copilot;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BaseJsonNode;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** An editor for SQL with completion of tables and columns; Ctrl-Enter runs. */
@Tag("sql-editor")
@NpmPackage(value = "codemirror", version = "6.0.2")
@NpmPackage(value = "@codemirror/lang-sql", version = "6.10.0")
@JsModule("./components/sql-editor.ts")
final class SqlEditor extends Component {
  private static final ObjectMapper JSON = new ObjectMapper();

  private String sql = "";

  /**
   * @param onRun called with the SQL when Ctrl-Enter is pressed
   */
  SqlEditor(Consumer<String> onRun) {
    getElement()
        .addEventListener(
            "sql-changed", event -> sql = event.getEventData().getString("event.detail.sql"))
        .addEventData("event.detail.sql")
        .debounce(200);
    getElement()
        .addEventListener(
            "run-sql",
            event -> {
              sql = event.getEventData().getString("event.detail.sql");
              onRun.accept(sql);
            })
        .addEventData("event.detail.sql");
  }

  /** Shows other SQL. */
  void show(String newSql) {
    sql = newSql;
    getElement().setProperty("value", newSql);
  }

  /** The SQL as it stands, edits included. */
  String sql() {
    return sql;
  }

  /** The tables and columns to complete. */
  void complete(Map<String, List<String>> schema) {
    getElement().setPropertyJson("schema", (BaseJsonNode) JSON.valueToTree(schema));
  }
}
