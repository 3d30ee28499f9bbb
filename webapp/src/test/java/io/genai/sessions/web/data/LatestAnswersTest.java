package io.genai.sessions.web.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class LatestAnswersTest {
  private final LatestAnswers<Integer, String> answers = new LatestAnswers<>(3);
  private final List<Integer> asked = new ArrayList<>();

  private String get(int question) {
    return answers.get(
        question,
        () -> {
          asked.add(question);
          return "answer " + question;
        });
  }

  @Test
  void theLatestAnswersAreKeptHoweverOftenOthersWereAskedFor() {
    for (int times = 0; times < 100; times++) {
      get(1);
      get(2);
      get(3);
    }
    get(4);
    get(4);
    get(5);
    get(5);

    assertThat(asked).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void whatWasAskedForLongestAgoIsForgotten() {
    get(1);
    get(2);
    get(3);
    get(1);
    get(4);
    get(1);
    assertThat(get(2)).isEqualTo("answer 2");

    assertThat(asked).containsExactly(1, 2, 3, 4, 2);
  }

  @Test
  void aFailureIsThrownAsItIsAndAskedAgain() {
    assertThatThrownBy(
            () ->
                answers.get(
                    1,
                    () -> {
                      throw new IllegalArgumentException("no such thing");
                    }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no such thing");

    assertThat(get(1)).isEqualTo("answer 1");
  }

  @Test
  void whoAsksTheSameMeanwhileWaitsForTheAnswer() throws Exception {
    CountDownLatch asking = new CountDownLatch(1);
    CountDownLatch mayAnswer = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<String> first =
          threads.submit(
              () ->
                  answers.get(
                      1,
                      () -> {
                        asking.countDown();
                        awaitQuietly(mayAnswer);
                        return "the first one's";
                      }));
      asking.await();
      Future<String> second = threads.submit(() -> get(1));
      mayAnswer.countDown();

      assertThat(first.get()).isEqualTo("the first one's");
      assertThat(second.get()).isEqualTo("the first one's");
      assertThat(asked).isEmpty();
    } finally {
      threads.shutdownNow();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
