package io.genai.sessions.web.copilot;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import io.genai.sessions.warehouse.Warehouse;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.SmallWarehouse;
import io.genai.sessions.web.data.WarehouseSettings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The view's states, without a browser. */
class CopilotViewTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Warehouse warehouse = Warehouse.open(SmallWarehouse.shared().file());
  private CopilotService service;
  private CopilotView view;

  private void open(LlmSettings llm) {
    MockVaadin.setup();
    SmallWarehouse small = SmallWarehouse.shared();
    service =
        new CopilotService(
            SemanticModel.load(),
            warehouse,
            new WarehouseSettings(small.file().toString(), small.blobs().toString()),
            llm);
    view = new CopilotView(service);
    UI.getCurrent().add(view);
    view.show();
  }

  private void open() {
    open(LlmSettings.NONE);
  }

  @AfterEach
  void close() {
    MockVaadin.tearDown();
    service.close();
    warehouse.close();
  }

  @Test
  void atFirstItOffersExamplesAndNothingElse() {
    open();
    assertThat(_get(TextField.class).getValue()).isEmpty();
    assertThat(_find(Button.class))
        .extracting(Button::getText)
        .contains("Ask", "What is the error rate by tier?");
    assertThat(text()).doesNotContain("What this does", "Why not?");
  }

  @Test
  void aQuestionShowsWhatTheSqlDoesAndItsRows() {
    open();
    view.ask("error rate by tier");
    until(() -> text().contains("rows in"));
    assertThat(text()).contains("Written by: embedded", "For each Tier");
    assertThat(_get(Grid.class).getColumns().size()).isEqualTo(2);
  }

  @Test
  void aRefusalSaysWhyNotAndHidesTheEditor() {
    open();
    view.ask("delete all failed generations");
    until(() -> text().contains("Why not?"));
    assertThat(text()).contains("The Copilot only reads");
    assertThat(_find(Button.class)).extracting(Button::getText).doesNotContain("Run");
  }

  @Test
  void moreRowsThanTheLimitAreSaidToBeCutOff() {
    open();
    view.ask("SELECT * FROM range(20000)");
    until(() -> text().contains("Only the first 10,000 rows are shown."));
    assertThat(text()).contains("10,000 rows in");
  }

  @Test
  void anErrorIsShownInDuckDbsWords() {
    open();
    view.ask("SELECT nothing FROM dim_users");
    until(() -> text().contains("No result"));
    assertThat(text()).contains("nothing");
  }

  @Test
  void noRowsAreSaidWithWhatToDoNext() {
    open();
    view.ask("SELECT * FROM dim_users WHERE region = 'Nowhere'");
    until(() -> text().contains("found no rows"));
    assertThat(_find(Grid.class)).isEmpty();
  }

  @Test
  void aLanguageModelOnAServerWritesTheSql() {
    try (ScriptedServer server = new ScriptedServer(" count(*) AS people FROM dim_users")) {
      open(new LlmSettings(server.address().toString(), "scripted"));
      view.ask("how many people are there?");
      until(() -> text().contains("1 row in"));
      assertThat(text()).contains("Written by: server:scripted");
    }
  }

  @Test
  void aServerThatFailsIsStoodInForVisibly() {
    URI nobody;
    try (ScriptedServer server = new ScriptedServer()) {
      nobody = server.address();
    }
    open(new LlmSettings(nobody.toString(), "scripted"));
    view.ask("error rate by tier");
    until(() -> text().contains("rows in"));
    assertThat(text())
        .contains(
            "Written by: embedded", "Answered without the language model: server:scripted failed");
  }

  private String text() {
    return view.getElement().getTextRecursively();
  }

  /** Lets the server's pushes through until it holds. */
  private static void until(BooleanSupplier condition) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(end);
      MockVaadin.clientRoundtrip();
      Thread.onSpinWait();
    }
  }
}
