package io.genai.sessions.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Twenty people who click through the app at once, each a click every two seconds or so.
 *
 * <p>{@code mvn verify -pl webapp -am -Pbenchmarks -Dit.test=TwentyPeopleBenchmark
 * -Dfailsafe.failIfNoSpecifiedTests=false [-Dbenchmark.warehouse=FILE -Dbenchmark.blobs=DIRECTORY]}
 */
class TwentyPeopleBenchmark {
  private static final int PEOPLE = 20;
  private static final int CLICKS = 40;
  private static final int MOST_PAUSE_MILLISECONDS = 4000;
  private static final List<String> WORDS =
      List.of("fox", "castle", "portrait", "city at night", "ship", "forest", "dragon", "soup");
  private static final List<String> TIERS = List.of("free", "pro", "enterprise");
  private static final List<String> STYLES = List.of("anime", "sketch", "oil painting", "comic");

  /** A click and how long it took. */
  private record Click(String what, double milliseconds) {}

  @Test
  void nobodyMeetsAnErrorAndMemoryStaysLevel() throws Exception {
    Path warehouse = BenchmarkWarehouse.file();
    Path blobs = setting("benchmark.blobs", SmallWarehouse.shared().blobs());
    ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
    try (RunningApp app = RunningApp.over(warehouse, blobs)) {
      walk(app.url(), new Random(0), 5);
      for (int round = 1; round <= 3; round++) {
        List<Callable<List<Click>>> walks = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
          Random random = new Random(100L * round + person);
          walks.add(() -> walk(app.url(), random, CLICKS));
        }
        List<Click> clicks = new ArrayList<>();
        for (Future<List<Click>> walk : people.invokeAll(walks)) {
          clicks.addAll(walk.get());
        }
        report(round, clicks);
        assertThat(clicks).hasSize(PEOPLE * CLICKS);
      }
    } finally {
      people.shutdown();
    }
  }

  private static Path setting(String name, Path otherwise) {
    String given = System.getProperty(name, "");
    return given.isEmpty() ? otherwise : Path.of(given);
  }

  private static List<Click> walk(String url, Random random, int clicks) throws Exception {
    BrowserlessSession session = new BrowserlessSession(url);
    session.open("", "");
    List<Click> walked = new ArrayList<>();
    for (int click = 0; click < clicks; click++) {
      // A person looks at the page.
      TimeUnit.MILLISECONDS.sleep(random.nextInt(MOST_PAUSE_MILLISECONDS));
      String route =
          List.of("", "explorer", "explorer", "sessions", "pipeline").get(random.nextInt(5));
      String query = query(route, random);
      long start = System.nanoTime();
      String answer = session.open(route, query);
      walked.add(new Click(route, (System.nanoTime() - start) / 1e6));
      assertThat(answer)
          .startsWith("for(;;);")
          .doesNotContain("\"appError\"", "Something went wrong");
      BrowserlessSession.images(answer).stream().limit(24).forEach(session::get);
    }
    return walked;
  }

  private static String query(String route, Random random) {
    String tier = "user_tier=" + pick(TIERS, random);
    String style = "art_style=" + pick(STYLES, random).replace(' ', '+');
    return switch (route) {
      case "" -> random.nextBoolean() ? tier + "&" + style : tier;
      case "explorer" ->
          "q=%s+%s%s"
              .formatted(
                  pick(WORDS, random).replace(' ', '+'),
                  pick(WORDS, random).replace(' ', '+'),
                  random.nextBoolean() ? "&" + style : "");
      case "sessions" -> tier + "&sort=cost&order=descending";
      default -> "";
    };
  }

  private static String pick(List<String> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static void report(int round, List<Click> clicks) {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        "| P11 | a click of twenty people at once, round %d, p95 | %.0f ms | ≤ 300 ms |%n",
        round, Percentiles.of(clicks.stream().map(Click::milliseconds).toList()).p95());
    System.out.printf(
        "Round %d: %s; %d MiB of heap in use%n",
        round,
        Percentiles.of(clicks.stream().map(Click::milliseconds).toList()),
        (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    clicks.stream()
        .map(Click::what)
        .distinct()
        .sorted()
        .forEach(
            what ->
                System.out.printf(
                    "  %-10s %s%n",
                    what.isEmpty() ? "dashboard" : what,
                    Percentiles.of(
                        clicks.stream()
                            .filter(click -> click.what().equals(what))
                            .map(Click::milliseconds)
                            .toList())));
  }
}
