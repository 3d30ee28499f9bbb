package io.genai.sessions.web;

import io.genai.sessions.warehouse.Warehouse;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.data.DataMonitor;
import io.genai.sessions.web.data.Figures;
import io.genai.sessions.web.data.FilterParameters;
import io.genai.sessions.web.data.Vocabulary;
import java.nio.file.Path;

/** The services that all features rest on, over one warehouse. */
public final class WebServices implements AutoCloseable {
  private static final SemanticModel MODEL = SemanticModel.load();

  private final Warehouse warehouse;
  private final Figures figures;
  private final DataMonitor monitor;
  private final Vocabulary vocabulary;

  private WebServices(Path file) {
    warehouse = Warehouse.open(file);
    figures = new Figures(MODEL, warehouse);
    monitor = new DataMonitor(warehouse);
    vocabulary = new Vocabulary(MODEL, figures, monitor);
  }

  public static WebServices over(Path file) {
    return new WebServices(file);
  }

  /** Over the warehouse that most tests share. */
  public static WebServices overShared() {
    return over(SmallWarehouse.shared().file());
  }

  public SemanticModel model() {
    return MODEL;
  }

  public Warehouse warehouse() {
    return warehouse;
  }

  public Figures figures() {
    return figures;
  }

  public DataMonitor monitor() {
    return monitor;
  }

  public Vocabulary vocabulary() {
    return vocabulary;
  }

  public FilterParameters parameters() {
    return new FilterParameters(MODEL, vocabulary);
  }

  @Override
  public void close() {
    warehouse.close();
  }
}
