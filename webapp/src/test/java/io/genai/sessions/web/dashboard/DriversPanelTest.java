package io.genai.sessions.web.dashboard;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import io.genai.sessions.web.WebServices;
import io.genai.sessions.web.data.Filters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DriversPanelTest {

  @Test
  void aClickOnASegmentNarrowsToIt() {
    List<Filters> asked = new ArrayList<>();
    try (WebServices services = WebServices.overShared()) {
      MockVaadin.setup();
      DriversPanel panel =
          new DriversPanel(TestDashboard.over(services), services.model(), asked::add);
      UI.getCurrent().add(panel);
      panel.show(Filters.NONE);

      _click(_find(NativeButton.class).get(0));
    } finally {
      MockVaadin.tearDown();
    }

    assertThat(asked).singleElement().matches(filters -> !filters.isEmpty());
  }

  @Test
  void whereNothingStandsOutItSaysSoAndWhatWouldBeNeeded() {
    Filters aDayLongAgo =
        Filters.NONE.between(
            Optional.of(LocalDate.of(1999, 1, 1)), Optional.of(LocalDate.of(1999, 1, 1)));
    try (WebServices services = WebServices.overShared()) {
      MockVaadin.setup();
      DriversPanel panel =
          new DriversPanel(TestDashboard.over(services), services.model(), filters -> {});
      UI.getCurrent().add(panel);
      panel.show(aDayLongAgo);

      assertThat(panel.getElement().getTextRecursively())
          .contains("Nothing beyond chance", "30 or more", "more sessions", "lift a filter");
    } finally {
      MockVaadin.tearDown();
    }
  }
}
