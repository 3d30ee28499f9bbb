package io.genai.sessions.web.dashboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the segments that explain most of a measure's excess.
 *
 * <p>A segment must stand above the rest after Holm's correction for all segments tried (5 % for
 * the whole list). A pair of dimensions must also stand above what is left of each of its two
 * halves; otherwise the half says it already.
 */
final class SegmentRanking {
  /** Below this many rows, in the segment or outside, the normal distribution is too rough. */
  static final int FEWEST_ROWS = 30;

  private static final double LEVEL = 0.05;
  private static final int MOST_SHOWN = 12;

  private SegmentRanking() {}

  private record Tested(Segment segment, Sample rest, double byChance) {
    double excess() {
      return segment.sample().count() * (segment.sample().mean() - rest.mean());
    }
  }

  /** A segment and its values. */
  record Segment(Set<Driver.Part> parts, Sample sample) {
    Segment {
      parts = Set.copyOf(parts);
    }
  }

  /** The segments that hold, greatest contribution first. */
  static List<Driver> rank(Sample all, List<Segment> segments) {
    Map<Set<Driver.Part>, Sample> samples = new HashMap<>();
    segments.forEach(segment -> samples.put(segment.parts(), segment.sample()));
    List<Tested> tested = new ArrayList<>();
    for (Segment segment : segments) {
      Sample rest = all.without(segment.sample());
      if (segment.sample().count() >= FEWEST_ROWS && rest.count() >= FEWEST_ROWS) {
        tested.add(new Tested(segment, rest, byChance(segment, rest, samples)));
      }
    }
    return holding(tested).stream()
        .filter(one -> one.excess() > 0 && one.rest().mean() > 0)
        .sorted(Comparator.comparingDouble(Tested::excess).reversed())
        .limit(MOST_SHOWN)
        .map(one -> driver(one, all))
        .toList();
  }

  /** The least favourable of the segment's tests: against the rest, and within each half. */
  private static double byChance(
      Segment segment, Sample rest, Map<Set<Driver.Part>, Sample> samples) {
    double worst = segment.sample().differenceByChance(rest);
    if (segment.parts().size() > 1) {
      for (Driver.Part part : segment.parts()) {
        Sample half = samples.get(Set.of(part));
        if (half == null) {
          return 1;
        }
        Sample others = half.without(segment.sample());
        if (others.count() == 0 || segment.sample().mean() <= others.mean()) {
          return 1;
        }
        worst = Math.max(worst, segment.sample().differenceByChance(others));
      }
    }
    return worst;
  }

  /** Holm: the smallest must pass level / n, the next level / (n − 1), and so on. */
  private static List<Tested> holding(List<Tested> tested) {
    List<Tested> sorted = new ArrayList<>(tested);
    sorted.sort(Comparator.comparingDouble(Tested::byChance));
    int passed = 0;
    while (passed < sorted.size()
        && sorted.get(passed).byChance() <= LEVEL / (sorted.size() - passed)) {
      passed++;
    }
    return sorted.subList(0, passed);
  }

  private static Driver driver(Tested one, Sample all) {
    Sample sample = one.segment().sample();
    List<Driver.Part> parts = new ArrayList<>(one.segment().parts());
    parts.sort(Comparator.comparing(Driver.Part::dimension));
    return new Driver(
        parts,
        sample.count(),
        (double) sample.count() / all.count(),
        sample.mean(),
        one.rest().mean(),
        sample.mean() / one.rest().mean(),
        sample.ratioInterval(one.rest()),
        one.excess() / (all.count() * all.mean()));
  }
}
