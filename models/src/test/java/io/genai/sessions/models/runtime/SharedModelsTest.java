package io.genai.sessions.models.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genai.sessions.models.ModelException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedModelsTest {
  private final List<String> events = new ArrayList<>();
  private final SharedModels<String, AutoCloseable> models =
      new SharedModels<>(
          key -> {
            events.add("load " + key);
            return () -> events.add("close " + key);
          });

  @Test
  void loadsOnceAndClosesWithTheLastShare() {
    var first = models.acquire("a");
    var second = models.acquire("a");
    assertThat(first.model()).isSameAs(second.model());
    first.close();
    first.close();
    assertThat(events).containsExactly("load a");
    second.close();
    assertThat(events).containsExactly("load a", "close a");
  }

  @Test
  void loadsAgainAfterTheLastShareWasGivenBack() {
    models.acquire("a").close();
    models.acquire("a").close();
    assertThat(events).containsExactly("load a", "close a", "load a", "close a");
  }

  @Test
  void refusesAShareThatWasGivenBack() {
    var lease = models.acquire("a");
    lease.close();
    assertThatThrownBy(lease::model).isInstanceOf(ModelException.class);
  }
}
