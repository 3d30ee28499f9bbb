package io.genai.sessions.web.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SessionOrderTest {

  @ParameterizedTest
  @EnumSource
  void aLinkRestoresTheOrder(SessionSort sort) {
    for (boolean descending : List.of(true, false)) {
      SessionOrder order = new SessionOrder(sort, descending);

      assertThat(SessionOrder.parse(order.print()))
          .isEqualTo(new SessionOrder.Parsed(order, List.of()));
    }
  }

  @Test
  void anUnknownSortOrDirectionIsLeftOutWithANote() {
    SessionOrder.Parsed parsed =
        SessionOrder.parse(Map.of("sort", List.of("<script>"), "order", List.of("sideways")));

    assertThat(parsed.order()).isEqualTo(SessionOrder.NEWEST);
    assertThat(parsed.notes()).hasSize(2);
  }
}
