package io.genai.sessions.web.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.genai.sessions.web.IndexedWarehouse;
import io.genai.sessions.web.SmallWarehouse;
import io.genai.sessions.web.WebServices;
import io.genai.sessions.web.data.Filters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplacedWarehouseIT {
  private static final int PEOPLE = 4;

  @TempDir private Path directory;

  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicInteger searches = new AtomicInteger();

  @Test
  void peopleWhoSearchWhileTheWarehouseIsReplacedMeetNoError() throws Exception {
    Path file = directory.resolve("warehouse.duckdb");
    Path plain = SmallWarehouse.shared().file();
    Path indexed = IndexedWarehouse.ofShared(directory);
    publish(plain, file);
    QueryEmbedder embedder = new QueryEmbedder();
    ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
    try (WebServices services = WebServices.over(file)) {
      PromptSearch search = TestSearch.over(services, embedder);
      List<Future<?>> searching = new ArrayList<>();
      for (int person = 0; person < PEOPLE; person++) {
        searching.add(people.submit(() -> searchUntilOver(search)));
      }
      for (int replacement = 0; replacement < 4; replacement++) {
        // Smaller and larger ones: only one of them has an index.
        publish(replacement % 2 == 0 ? indexed : plain, file);
        int before = searches.get();
        await().until(() -> searches.get() >= before + 10 * PEOPLE);
      }
      over.set(true);
      for (Future<?> one : searching) {
        one.get();
      }
    } finally {
      over.set(true);
      people.shutdown();
      embedder.close();
    }
  }

  private void searchUntilOver(PromptSearch search) {
    for (int i = 0; !over.get(); i++) {
      SearchRequest request =
          new SearchRequest(
              new Likeness.Meaning("a fox number " + i % 7),
              Filters.NONE.with("art_style", "anime"),
              Optional.empty(),
              Optional.empty(),
              false);
      assertThat(search.search(request, 0, 12).hits()).hasSize(12);
      searches.incrementAndGet();
    }
  }

  private static void publish(Path from, Path to) throws IOException {
    Path beside = to.resolveSibling("next.duckdb");
    Files.copy(from, beside, StandardCopyOption.REPLACE_EXISTING);
    Files.move(beside, to, StandardCopyOption.ATOMIC_MOVE);
  }
}
