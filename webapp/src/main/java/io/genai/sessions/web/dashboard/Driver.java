package io.genai.sessions.web.dashboard;

import java.util.List;

/**
 * A segment in which a measure stands above the rest.
 *
 * @param parts one or two dimensions with their values
 * @param size rows (sessions or generations) in the segment
 * @param share of all rows that are in the segment, 0..1
 * @param mean of the measure in the segment
 * @param rest mean of the measure everywhere else
 * @param lift mean / rest
 * @param interval 95 % interval of the lift
 * @param contribution share of the measure's overall total that would be gone if the segment were
 *     like the rest
 */
record Driver(
    List<Part> parts,
    long size,
    double share,
    double mean,
    double rest,
    double lift,
    Sample.Interval interval,
    double contribution) {
  Driver {
    parts = List.copyOf(parts);
  }

  /** A dimension's name and one of its values. */
  record Part(String dimension, String value) {}
}
