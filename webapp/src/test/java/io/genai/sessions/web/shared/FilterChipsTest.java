package io.genai.sessions.web.shared;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.data.Filters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FilterChipsTest {
  private static final Filters FILTERS =
      Filters.NONE
          .between(Optional.of(LocalDate.of(2022, 8, 1)), Optional.empty())
          .with("user_tier", Set.of("free", "pro"))
          .with("status", "safety_violation")
          .with("churned_after", "true");

  private final List<Filters> asked = new ArrayList<>();
  private FilterChips chips;

  @BeforeEach
  void open() {
    MockVaadin.setup();
    chips = new FilterChips(SemanticModel.load(), asked::add);
    UI.getCurrent().add(chips);
    chips.show(FILTERS);
  }

  @AfterEach
  void close() {
    MockVaadin.tearDown();
  }

  private static List<String> texts() {
    return _find(Button.class).stream().map(Button::getText).toList();
  }

  @Test
  void everyFilterHasAChipInWords() {
    assertThat(texts())
        .containsExactly(
            "from 1 Aug 2022",
            "Churned: yes",
            "Status: safety violation",
            "Tier: free",
            "Tier: pro",
            "Clear all");
  }

  @Test
  void aChipLiftsItsOwnFilterOnly() {
    _click(_get(Button.class, spec -> spec.withText("Tier: pro")));

    assertThat(asked).containsExactly(FILTERS.with("user_tier", "free"));
  }

  @Test
  void clearAllLiftsThemAll() {
    _click(_get(Button.class, spec -> spec.withText("Clear all")));

    assertThat(asked).containsExactly(Filters.NONE);
  }

  @Test
  void withoutFiltersThereIsNothing() {
    chips.show(Filters.NONE);

    assertThat(texts()).isEmpty();
  }
}
