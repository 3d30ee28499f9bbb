package io.genai.sessions.web.dashboard;

import io.genai.sessions.warehouse.Row;
import io.genai.sessions.warehouse.RowMapper;
import io.genai.sessions.warehouse.Warehouse;
import io.genai.sessions.warehouse.WarehouseInfo;
import io.genai.sessions.warehouse.WarehouseLease;
import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.MetricQuery;
import io.genai.sessions.web.data.Figures;
import io.genai.sessions.web.data.Filters;
import io.genai.sessions.web.data.LatestAnswers;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Which sessions pass, one bit for each session's number. What a single generation has to pass is
 * asked once and handed to all statements about sessions, rather than found again in each. The
 * answer is by style cluster, so that figures by cluster need no pairs of session and cluster:
 * those are nearly as many as generations, and take DuckDB 120 ms for 2,000,000.
 */
@Service
final class SessionSets {
  // Some 300 kB each for 2,000,000 generations.
  private static final int MOST_KEPT = 16;
  private static final Filter PASSES =
      new Filter("get_bit(?::BLOB::BIT, s.session_number) = 1", "session passes");

  private final Figures figures;
  private final Warehouse warehouse;
  private final LatestAnswers<Question, ByCluster> passing = new LatestAnswers<>(MOST_KEPT);
  private final LatestAnswers<Question, double[]> values = new LatestAnswers<>(1);

  private record Question(WarehouseInfo info, Object what) {}

  /**
   * Sessions with a generation that passes.
   *
   * @param all of any cluster or none
   */
  private record ByCluster(BitSet all, Map<Long, BitSet> clusters) {}

  SessionSets(Figures figures, Warehouse warehouse) {
    this.figures = figures;
    this.warehouse = warehouse;
  }

  /** Runs a query of one entity under the filters. */
  <T> List<T> list(MetricQuery query, Filters filters, RowMapper<T> each) {
    try (WarehouseLease lease = warehouse.lease()) {
      return list(lease, query, filters, each);
    }
  }

  /** Runs a query of one entity under the filters, on a warehouse that is held already. */
  <T> List<T> list(WarehouseLease lease, MetricQuery query, Filters filters, RowMapper<T> each) {
    Filters ofGenerations = figures.ofSingleGenerations(filters);
    if (ofGenerations.isEmpty() || !query.measures().get(0).entity().equals("session")) {
      return lease.query(figures.sql(where(query, filters)), List.of(), each);
    }
    BitSet sessions = passing(lease, ofGenerations).all();
    MetricQuery ofSessions = where(query, figures.ofWholeSessions(filters)).where(PASSES);
    return lease.query(figures.sql(ofSessions), List.of(bytes(sessions, bits(lease))), each);
  }

  /**
   * A mean by style cluster, over the sessions that have a generation in it that passes.
   *
   * @param measure the mean of a value that every session has
   */
  Map<Long, Double> meansByCluster(Measure measure, Filters filters) {
    try (WarehouseLease lease = warehouse.lease()) {
      Optional<BitSet> own = own(lease, figures.ofWholeSessions(filters));
      double[] each = values.get(new Question(lease.info(), measure), () -> values(lease, measure));
      Map<Long, Double> means = new HashMap<>();
      passing(lease, figures.ofSingleGenerations(filters))
          .clusters()
          .forEach(
              (cluster, sessions) -> {
                BitSet counted = (BitSet) sessions.clone();
                own.ifPresent(counted::and);
                if (!counted.isEmpty()) {
                  double total = counted.stream().mapToDouble(session -> each[session]).sum();
                  means.put(cluster, total / counted.cardinality());
                }
              });
      return means;
    }
  }

  private ByCluster passing(WarehouseLease lease, Filters ofGenerations) {
    return passing.get(new Question(lease.info(), ofGenerations), () -> ask(lease, ofGenerations));
  }

  private ByCluster ask(WarehouseLease lease, Filters ofGenerations) {
    Dimension cluster = figures.by("style_cluster");
    Measure sessions = sessions("generations", "g", lease);
    ByCluster found = new ByCluster(new BitSet(), new HashMap<>());
    lease.query(
        figures.sql(where(MetricQuery.of(sessions).by(cluster), ofGenerations)),
        List.of(),
        row -> {
          BitSet ofCluster = read(row, sessions);
          row.optional(cluster.name(), row::whole)
              .ifPresent(number -> found.clusters().put(number, ofCluster));
          found.all().or(ofCluster);
          return row;
        });
    return found;
  }

  /** The sessions that pass as a whole; empty if all do. */
  private Optional<BitSet> own(WarehouseLease lease, Filters ofWholeSessions) {
    if (ofWholeSessions.isEmpty()) {
      return Optional.empty();
    }
    Measure sessions = sessions("sessions", "s", lease);
    return lease.queryOne(
        figures.sql(where(MetricQuery.of(sessions), ofWholeSessions)),
        List.of(),
        row -> row.isNull(sessions.name()) ? new BitSet() : read(row, sessions));
  }

  /** What the measure is the mean of, by the session's number. */
  private double[] values(WarehouseLease lease, Measure measure) {
    Additive mean = Additive.of(measure);
    Dimension number = Additive.by(measure, "number", "s.session_number", Dimension.Type.INTEGER);
    double[] each = new double[bits(lease)];
    lease.query(
        figures.sql(MetricQuery.of(mean.total()).by(number)),
        List.of(),
        row -> each[row.integer(number.name())] = row.number(mean.total().name()));
    return each;
  }

  private MetricQuery where(MetricQuery query, Filters filters) {
    return query.where(figures.conditions(filters).toArray(Filter[]::new));
  }

  private Measure sessions(String of, String alias, WarehouseLease lease) {
    return Additive.part(
        figures.model().measure(of),
        "session_bits",
        // Whole bytes: otherwise DuckDB would fill the first one up in front.
        "bitstring_agg(%s.session_number, 0, %d)::BLOB".formatted(alias, bits(lease) - 1));
  }

  /** A bit for each session, and some to make whole bytes. */
  private static int bits(WarehouseLease lease) {
    int bytes = Math.toIntExact((lease.info().sessions() + Byte.SIZE - 1) / Byte.SIZE);
    return bytes * Byte.SIZE;
  }

  private static BitSet read(Row row, Measure sessions) {
    return BitSet.valueOf(mirrored(row.bytes(sessions.name())));
  }

  private static byte[] bytes(BitSet sessions, int bits) {
    return mirrored(Arrays.copyOf(sessions.toByteArray(), bits / Byte.SIZE));
  }

  /** DuckDB's first bit is a byte's highest, Java's the lowest. */
  private static byte[] mirrored(byte[] bytes) {
    byte[] mirrored = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      mirrored[i] = (byte) (Integer.reverse(bytes[i]) >>> (Integer.SIZE - Byte.SIZE));
    }
    return mirrored;
  }
}
