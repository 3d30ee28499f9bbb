package io.genai.sessions.web.explorer;

import io.genai.sessions.warehouse.Row;
import io.genai.sessions.warehouse.WarehouseInfo;
import io.genai.sessions.warehouse.WarehouseLease;
import io.genai.sessions.web.data.LatestAnswers;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Narrows a search in many prompts to a few that are surely enough, by signs and sizes of their
 * vectors' values ({@code idx_prompt_signs}, which only large warehouses have).
 */
@Component
class Shortlist {
  /** So many prompts are compared by their vectors in the end. */
  static final int LENGTH = 400;

  private static final int MOST_FILTERS = 64;

  private final LatestAnswers<Contents, Optional<SignIndex>> indexes =
      new LatestAnswers<>(Likeness.Space.values().length);
  private final LatestAnswers<Filtered, BitSet> rows = new LatestAnswers<>(MOST_FILTERS);

  private record Contents(WarehouseInfo warehouse, Likeness.Space space) {}

  private record Filtered(WarehouseInfo warehouse, PromptConditions conditions) {}

  /** Whether a search in that space needs a shortlist: the warehouse has an index for it. */
  boolean serves(WarehouseLease lease, Likeness.Space space) {
    return index(lease, space).isPresent();
  }

  /**
   * Ids of the prompts nearest to a vector, {@link #LENGTH} of them or all that pass.
   *
   * @param conditions what the prompts must pass
   */
  long[] near(
      WarehouseLease lease, Likeness.Space space, float[] vector, PromptConditions conditions) {
    SignIndex index = index(lease, space).orElseThrow();
    BitSet allowed =
        rows.get(
            new Filtered(lease.info(), conditions), () -> passing(lease, conditions, index.size()));
    return index.near(vector, allowed, LENGTH);
  }

  private Optional<SignIndex> index(WarehouseLease lease, Likeness.Space space) {
    return indexes.get(new Contents(lease.info(), space), () -> load(lease, space));
  }

  private static Optional<SignIndex> load(WarehouseLease lease, Likeness.Space space) {
    boolean any =
        lease
            .queryOne(
                "SELECT prompt_id FROM idx_prompt_signs WHERE %s_1 IS NOT NULL LIMIT 1"
                    .formatted(space.signs()),
                List.of(),
                row -> true)
            .isPresent();
    if (!any) {
      return Optional.empty();
    }
    SignIndex index = new SignIndex(Math.toIntExact(lease.info().prompts()), space.dimensions());
    String words =
        IntStream.range(0, index.width())
            .mapToObj(
                word ->
                    "%s AS signs_%d, %s AS sizes_%d"
                        .formatted(
                            signed("%s_%d".formatted(space.signs(), word + 1)),
                            word,
                            signed("%s_size_%d".formatted(space.signs(), word + 1)),
                            word))
            .collect(Collectors.joining(", "));
    lease.query(
        """
        SELECT p.rowid AS place, prompt_id, %s
        FROM idx_prompt_signs
        JOIN dim_prompts AS p USING (prompt_id)
        WHERE %s_1 IS NOT NULL
        """
            .formatted(words, space.signs()),
        List.of(),
        row -> {
          int place = row.integer("place");
          index.put(place, row.whole("prompt_id"));
          for (int word = 0; word < index.width(); word++) {
            index.putWord(place, word, bits(row, "signs_" + word), bits(row, "sizes_" + word));
          }
          return true;
        });
    return Optional.of(index);
  }

  // UBIGINT does not fit a Java long, less half its range it does.
  private static String signed(String column) {
    return "(%s::HUGEINT - 9223372036854775808)::BIGINT".formatted(column);
  }

  private static long bits(Row row, String column) {
    return row.whole(column) ^ Long.MIN_VALUE;
  }

  private static BitSet passing(WarehouseLease lease, PromptConditions conditions, int places) {
    String bits =
        lease
            .queryOne(
                """
                SELECT bitstring_agg(p.rowid::INTEGER, 0, %d)::VARCHAR AS bits
                FROM dim_prompts AS p
                WHERE %s
                """
                    .formatted(places - 1, conditions.sql()),
                conditions.parameters(),
                row -> row.optional("bits", row::text))
            .flatMap(found -> found)
            .orElse("");
    BitSet passing = new BitSet(places);
    for (int place = bits.indexOf('1'); place >= 0; place = bits.indexOf('1', place + 1)) {
      passing.set(place);
    }
    return passing;
  }
}
