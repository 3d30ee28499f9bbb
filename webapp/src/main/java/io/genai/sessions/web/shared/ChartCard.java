package io.genai.sessions.web.shared;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import io.genai.sessions.warehouse.semantic.Format;
import java.util.function.BiConsumer;

/** A chart with its title, what it means, and its data as a table, a CSV file and a picture. */
public final class ChartCard extends Section {
  private final H2 title = new H2();
  private final Div explanation = new Div();
  private final Div body = new Div();
  private final Div below = new Div();
  private final Chart chart = new Chart();
  private BiConsumer<Integer, Integer> onMark = (series, category) -> {};
  private ChartSpec spec = ChartSpec.of(ChartSpec.Kind.BAR, "", Format.DECIMAL).build();

  public ChartCard(String id) {
    setId("chart-" + id);
    addClassNames("card", "chart-card");
    Div head = new Div(title, explanation, menu(id));
    head.addClassName("card-head");
    body.addClassName("chart-body");
    add(head, body, below);
    chart.addMarkListener(mark -> onMark.accept(mark.series(), mark.category()));
  }

  /** What to do when a mark is clicked: indexes of series (or -1) and category. */
  public void onMark(BiConsumer<Integer, Integer> action) {
    onMark = action;
  }

  /** Shows a chart in place of the one before. */
  public void show(ChartSpec next, String definition, String emptyReason) {
    spec = next;
    title.setText(next.title());
    explanation.removeAll();
    explanation.add(new InfoIcon(next.title(), definition));
    body.removeAll();
    if (next.isEmpty()) {
      body.add(Panels.nothing(emptyReason));
    } else {
      chart.show(next);
      body.add(chart);
    }
  }

  /** Something under the chart that belongs to it. */
  public void showBelow(Component... parts) {
    below.removeAll();
    below.add(parts);
  }

  private MenuBar menu(String id) {
    MenuBar bar = new MenuBar();
    bar.addThemeVariants(
        MenuBarVariant.LUMO_ICON, MenuBarVariant.LUMO_TERTIARY_INLINE, MenuBarVariant.LUMO_SMALL);
    MenuItem root = bar.addItem(VaadinIcon.ELLIPSIS_DOTS_V.create());
    root.setAriaLabel("Table and downloads");
    SubMenu items = root.getSubMenu();
    items.addItem("Show as table", click -> showTable());
    items.addItem("Download CSV", click -> chart.saveText(id + ".csv", ChartTable.csv(spec)));
    items.addItem("Download PNG", click -> chart.savePng(id + ".png"));
    return bar;
  }

  private void showTable() {
    Dialog dialog = new Dialog(spec.title());
    dialog.setWidth("min(720px, 92vw)");
    ChartTable data = ChartTable.formatted(spec);
    DataTable table = new DataTable(data.header());
    data.rows().forEach(row -> table.addRow(row.toArray(String[]::new)));
    dialog.add(table);
    dialog.getFooter().add(closeButton(dialog));
    dialog.open();
  }

  private static Component closeButton(Dialog dialog) {
    return new Button("Close", click -> dialog.close());
  }
}
