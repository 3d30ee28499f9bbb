package io.genai.sessions.models.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.genai.sessions.models.InferenceThreads;
import io.genai.sessions.models.MiniLmEmbedder;
import io.genai.sessions.models.TextEmbedder;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeepStackTest {

  /** Were the graph loaded on the caller's stack, this would end the test's process. */
  @Test
  void aModelOpensOnAThreadWithAShallowStack() throws InterruptedException {
    AtomicInteger dimensions = new AtomicInteger();
    Thread shallow =
        new Thread(
            null,
            () -> {
              try (TextEmbedder embedder = MiniLmEmbedder.shared(new InferenceThreads(3))) {
                dimensions.set(embedder.embed("a lighthouse in fog").length);
              }
            },
            "shallow",
            512 << 10);

    shallow.start();
    shallow.join();

    assertThat(dimensions).hasValue(384);
  }
}
