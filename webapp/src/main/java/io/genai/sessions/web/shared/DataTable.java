package io.genai.sessions.web.shared;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;

/** A plain table that scrolls sideways where it must. */
public final class DataTable extends Div {
  private final NativeTable table = new NativeTable();

  public DataTable(List<String> header) {
    addClassName("table-scroller");
    getElement().setAttribute("tabindex", "0");
    getElement().setAttribute("role", "region");
    getElement().setAttribute("aria-label", "Table: " + String.join(", ", header));
    table.addClassName("data-table");
    NativeTableRow row = table.getHead().addRow();
    for (String name : header) {
      NativeTableHeaderCell cell = row.addHeaderCell();
      cell.setText(name);
      cell.getElement().setAttribute("scope", "col");
    }
    add(table);
  }

  /** Adds a row below the others; numbers stand to the right. */
  public void addRow(String... cells) {
    NativeTableRow row = table.getBody().addRow();
    for (String text : cells) {
      var cell = row.addDataCell();
      cell.setText(text);
      if (text.matches("[−-]?[\\d.,]+.{0,3}")) {
        cell.addClassName("number");
      }
    }
  }
}
