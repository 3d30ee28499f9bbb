package io.genai.sessions.pipeline.read;

import io.genai.sessions.pipeline.read.Candidate.Origin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Joins the rows of parts with those of the metadata, for the image names of one shard: a full
 * outer join in which each name comes out once, in the canonical order.
 */
final class ShardJoin {

  /**
   * A row that comes out.
   *
   * @param row the first of its name: the part's where a part has it
   * @param metadata what the metadata add to a part's row
   */
  record Joined(Candidate row, Optional<Candidate> metadata) {}

  private ShardJoin() {}

  /**
   * Joins {@code rows}, given in any order.
   *
   * @param badRecords receives each row whose name came before
   */
  static Collection<Joined> join(Iterable<Candidate> rows, Consumer<PlacedBadRecord> badRecords) {
    List<Candidate> ordered = new ArrayList<>();
    rows.forEach(ordered::add);
    ordered.sort(Comparator.comparing(Candidate::place));
    Map<String, Joined> joined = new LinkedHashMap<>();
    for (Candidate row : ordered) {
      Joined known = joined.get(row.imageName());
      if (known == null) {
        joined.put(row.imageName(), new Joined(row, Optional.empty()));
      } else if (row.origin() == Origin.METADATA
          && known.row().origin() == Origin.PART
          && known.metadata().isEmpty()) {
        joined.put(row.imageName(), new Joined(known.row(), Optional.of(row)));
      } else {
        badRecords.accept(duplicate(row, known));
      }
    }
    return joined.values();
  }

  private static PlacedBadRecord duplicate(Candidate row, Joined known) {
    Candidate first =
        row.origin() == Origin.METADATA ? known.metadata().orElse(known.row()) : known.row();
    return PlacedBadRecord.of(
        row.place(),
        row.source(),
        "The image name %s occurs twice: first at %s, again at %s"
            .formatted(row.imageName(), first.source(), row.source()),
        "Give each image name one row; the first is kept");
  }
}
