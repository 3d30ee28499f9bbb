package io.genai.sessions.web.dashboard;

import io.genai.sessions.warehouse.Row;
import io.genai.sessions.warehouse.RowMapper;
import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.MetricQuery;
import io.genai.sessions.web.data.DataMonitor;
import io.genai.sessions.web.data.DataVersion;
import io.genai.sessions.web.data.Figures;
import io.genai.sessions.web.data.Filters;
import io.genai.sessions.web.data.LatestAnswers;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * What most charts under the same filters are made from, in four statements: totals of sessions and
 * of generations, how often each latency occurred, and who was active. Kept for the charts that ask
 * next.
 */
@Service
final class Tallies {
  /** The dimension of {@link #sessions} that bins friction, by the lower end. */
  static final String FRICTION_BIN = "friction_bin";

  static final double BIN = 0.5;
  static final double MOST_FRICTION = 6;

  private static final List<String> OF_SESSIONS =
      List.of(
          "sessions",
          "average_friction",
          "friction_from_errors",
          "friction_from_latency",
          "friction_from_retries",
          "cost_per_session",
          "churn_rate");
  private static final List<String> OF_GENERATIONS = List.of("error_rate", "timeout_rate");
  private static final String ACTIVE_USERS = "active_users";
  private static final Filter WITHIN_A_DAY =
      new Filter("s.day = s.session_end::DATE", "session has requests on one day");
  private static final Filter OVER_DAYS =
      new Filter("g.is_of_long_session", "session has requests on several days");
  private static final int MOST_KEPT = 64;

  private final Figures figures;
  private final SessionSets sessionSets;
  private final DataMonitor monitor;
  private final LatestAnswers<Question, Cube<?>> kept = new LatestAnswers<>(MOST_KEPT);

  private final LatestAnswers<Question, List<Additive>> parts = new LatestAnswers<>(2);

  private record Question(DataVersion version, Filters filters, Object what) {}

  /** How to ask for a cube. */
  private record Asked<T>(
      List<Measure> measures,
      List<Dimension> dimensions,
      Optional<Dimension> counted,
      List<Filter> conditions,
      Function<Row, T> read,
      Function<List<T>, T> sum) {}

  Tallies(Figures figures, SessionSets sessionSets, DataMonitor monitor) {
    this.figures = figures;
    this.sessionSets = sessionSets;
    this.monitor = monitor;
  }

  /** The time that the tallies under these filters are about. */
  Span span(Filters filters) {
    return Span.of(filters, version());
  }

  /** A measure of one of the tallies. */
  Figure<?> figure(Measure measure, Filters filters) {
    String name = measure.name();
    if (name.equals(ACTIVE_USERS)) {
      return new Figure<>(users(filters), users -> Optional.of((double) users.cardinality()));
    }
    Optional<Percentile> percentile = Percentile.of(measure);
    if (percentile.isPresent()) {
      double share = percentile.get().share();
      return new Figure<>(latencies(filters), counts -> counts.quantile(share));
    }
    return new Figure<>(
        measure.entity().equals("session") ? sessions(filters) : generations(filters),
        totals -> totals.value(name));
  }

  /** Sessions by time, tier, decile and bin of friction. */
  Cube<Totals> sessions(Filters filters) {
    List<Measure> measures = OF_SESSIONS.stream().map(figures.model()::measure).toList();
    return kept(
        filters,
        "sessions",
        totals(measures, figures.by("user_tier"), figures.by("friction_decile"), frictionBin()));
  }

  /** Generations by time, status and complexity. */
  Cube<Totals> generations(Filters filters) {
    List<Measure> measures = OF_GENERATIONS.stream().map(figures.model()::measure).toList();
    return kept(
        filters,
        "generations",
        totals(measures, figures.by("status"), figures.by("complexity_score")));
  }

  /** How often each latency occurred, by time. */
  Cube<ValueCounts> latencies(Filters filters) {
    Measure count = figures.model().measure("generations");
    String latency = Percentile.of(figures.model().measure("p95_latency")).orElseThrow().of();
    Dimension counted = Additive.by(count, "latency", latency, Dimension.Type.INTEGER);
    return kept(
        filters,
        "latencies",
        new Asked<>(
            List.of(count),
            List.of(),
            Optional.of(counted),
            List.of(),
            row -> ValueCounts.of(row.integer(counted.name()), row.integer(count.name())),
            ValueCounts::sum));
  }

  /**
   * Who was active, by time, and by week where months are shown: one bit for each user's number.
   */
  Cube<BitSet> users(Filters filters) {
    Measure ofGenerations = users(figures.model().measure(ACTIVE_USERS), "g");
    if (span(filters).grain().equals("hour")) {
      return kept(filters, "users", users(filters, ofGenerations));
    }
    // Nearly all sessions lie within a day: who had one that passes was active on it. Only of the
    // others it matters when their generations were.
    Measure ofSessions = users(figures.model().measure("sessions"), "s");
    return kept(filters, "users within a day", users(filters, ofSessions, WITHIN_A_DAY))
        .and(kept(filters, "users over days", users(filters, ofGenerations, OVER_DAYS)));
  }

  private Asked<BitSet> users(Filters filters, Measure users, Filter... conditions) {
    return new Asked<>(
        List.of(users),
        span(filters).grain().equals("month") ? List.of(figures.by("week")) : List.of(),
        Optional.empty(),
        List.of(conditions),
        row -> BitSet.valueOf(row.bytes(users.name())),
        Tallies::union);
  }

  /** The users of the rows, a bit each, as bytes. */
  static Measure users(Measure of, String alias) {
    return Additive.part(of, "user_bits", "bitstring_agg(%s.user_number)::BLOB".formatted(alias));
  }

  private static BitSet union(List<BitSet> parts) {
    BitSet union = new BitSet();
    parts.forEach(union::or);
    return union;
  }

  private Asked<Totals> totals(List<Measure> measures, Dimension... dimensions) {
    List<Additive> additive =
        parts.get(new Question(version(), Filters.NONE, measures), () -> additive(measures));
    return new Asked<>(
        Totals.asked(additive),
        List.of(dimensions),
        Optional.empty(),
        List.of(),
        row -> Totals.read(additive, row),
        parts -> Totals.sum(additive, parts));
  }

  /** The parts of the measures, with one count for all that every row has a value of. */
  private List<Additive> additive(List<Measure> measures) {
    List<Additive> parts = measures.stream().map(Additive::of).toList();
    List<Measure> counts = parts.stream().flatMap(part -> part.count().stream()).toList();
    Measure rows = Additive.part(measures.get(0), "all_rows", "count(*)");
    return figures
        .list(
            MetricQuery.of(Stream.concat(Stream.of(rows), counts.stream()).toArray(Measure[]::new)),
            row ->
                parts.stream()
                    .map(
                        part ->
                            part.count()
                                    .filter(
                                        count -> row.whole(count.name()) < row.whole(rows.name()))
                                    .isPresent()
                                ? part
                                : part.overAllRows())
                    .toList())
        .get(0);
  }

  private Dimension frictionBin() {
    var friction = figures.model().fact("friction");
    return Additive.by(
        figures.model().measure("average_friction"),
        FRICTION_BIN,
        // The last bin takes the greatest score in.
        "least(floor((%s) / %s) * %s, %s)"
            .formatted(friction.expression(), BIN, BIN, MOST_FRICTION - BIN),
        Dimension.Type.DECIMAL);
  }

  @SuppressWarnings("unchecked") // each "what" has one type of cube
  private <T> Cube<T> kept(Filters filters, String what, Asked<T> asked) {
    return (Cube<T>) kept.get(new Question(version(), filters, what), () -> ask(filters, asked));
  }

  private <T> Cube<T> ask(Filters filters, Asked<T> asked) {
    Span span = span(filters);
    List<Dimension> dimensions = new ArrayList<>(span.dimensions(figures));
    dimensions.addAll(asked.dimensions());
    CubeReader<T> reader = new CubeReader<>(span, dimensions, asked.read(), asked.sum());
    MetricQuery query =
        MetricQuery.of(asked.measures().toArray(Measure[]::new))
            .by(
                Stream.concat(dimensions.stream(), asked.counted().stream())
                    .toArray(Dimension[]::new))
            .where(asked.conditions().toArray(Filter[]::new));
    RowMapper<Row> each =
        row -> {
          reader.add(row);
          return row;
        };
    sessionSets.list(query, span.applyTo(filters), each);
    return reader.cube();
  }

  private DataVersion version() {
    return monitor.version().orElseThrow();
  }
}
