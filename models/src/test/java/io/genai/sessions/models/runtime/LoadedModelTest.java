package io.genai.sessions.models.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genai.sessions.models.InferenceThreads;
import io.genai.sessions.models.ModelException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LoadedModelTest {
  @Test
  void keepsTheOrderOfItsItems() {
    List<Integer> items = IntStream.range(0, 100).boxed().toList();
    try (LoadedModel model = new LoadedModel("m", new InferenceThreads(4), List.of())) {
      assertThat(model.map(items, item -> item * 2))
          .isEqualTo(items.stream().map(item -> item * 2).toList());
    }
  }

  @Test
  void runsAsManyItemsAtOnceAsItHasThreads() {
    CyclicBarrier both = new CyclicBarrier(2);
    try (LoadedModel model = new LoadedModel("m", new InferenceThreads(2), List.of())) {
      assertThat(model.map(List.of(1, 2), item -> both.await(20, TimeUnit.SECONDS) >= 0))
          .containsExactly(true, true);
    }
  }

  @Test
  void freesItsHandlesOnlyWhenNoItemRuns() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    AtomicInteger order = new AtomicInteger();
    AtomicInteger closedAt = new AtomicInteger();
    LoadedModel model =
        new LoadedModel(
            "m", new InferenceThreads(1), List.of(() -> closedAt.set(order.incrementAndGet())));
    Thread user =
        new Thread(
            () ->
                model.map(
                    List.of(1),
                    item -> {
                      started.countDown();
                      mayEnd.await();
                      return order.incrementAndGet();
                    }));
    user.start();
    started.await();
    Thread closer = new Thread(model::close);
    closer.start();
    while (closer.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    mayEnd.countDown();
    user.join();
    closer.join();
    assertThat(closedAt).hasValue(2);
  }

  @Test
  void freesItsHandlesOnlyWhenAnInterruptedCallersItemsHaveEnded() throws Exception {
    CountDownLatch started = new CountDownLatch(2);
    CountDownLatch mayEnd = new CountDownLatch(1);
    AtomicInteger running = new AtomicInteger(2);
    AtomicInteger runningAtClose = new AtomicInteger(-1);
    LoadedModel model =
        new LoadedModel(
            "m", new InferenceThreads(2), List.of(() -> runningAtClose.set(running.get())));
    Thread user =
        new Thread(
            () ->
                assertThatThrownBy(
                        () ->
                            model.map(
                                List.of(1, 2),
                                item -> {
                                  started.countDown();
                                  awaitAsNativeCodeDoes(mayEnd);
                                  return running.decrementAndGet();
                                }))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("interrupted"));
    user.start();
    started.await();
    user.interrupt();
    user.join();
    Thread closer = new Thread(model::close);
    closer.start();
    while (closer.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    mayEnd.countDown();
    closer.join();
    assertThat(runningAtClose).hasValue(0);
  }

  /** Native code does not hear an interruption. */
  private static void awaitAsNativeCodeDoes(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      Thread.onSpinWait();
    }
  }

  @Test
  void closesEveryHandleThoughOneFails() {
    AtomicInteger closed = new AtomicInteger();
    List<AutoCloseable> handles =
        List.of(
            () -> {
              throw new IllegalStateException("stuck");
            },
            closed::incrementAndGet);
    LoadedModel model = new LoadedModel("m", new InferenceThreads(1), handles);
    assertThatThrownBy(model::close)
        .isInstanceOf(ModelException.class)
        .hasRootCauseMessage("stuck");
    assertThat(closed).hasValue(1);
  }

  @Test
  void passesAnItemsFailureOn() {
    try (LoadedModel model = new LoadedModel("m", new InferenceThreads(2), List.of())) {
      assertThatThrownBy(() -> model.map(List.of(1, 0), item -> 1 / item))
          .isInstanceOf(ModelException.class)
          .hasMessage("Model 'm' failed: / by zero")
          .hasCauseInstanceOf(ArithmeticException.class);
    }
  }

  @Test
  void refusesItemsAfterItWasClosed() {
    LoadedModel model = new LoadedModel("m", new InferenceThreads(1), List.of());
    model.close();
    model.close();
    assertThatThrownBy(() -> model.map(List.of(1), item -> item))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("closed");
  }
}
