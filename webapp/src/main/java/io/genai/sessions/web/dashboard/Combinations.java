package io.genai.sessions.web.dashboard;

import io.genai.sessions.warehouse.Row;
import io.genai.sessions.warehouse.WarehouseLease;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The combinations of a warehouse ({@code idx_combinations}): which values each has, as numbers
 * from 1; 0 where it has none.
 */
final class Combinations {
  private final List<String> dimensions;
  private final List<List<String>> values;
  private final List<int[]> codes;

  private Combinations(List<String> dimensions, List<List<String>> values, List<int[]> codes) {
    this.dimensions = dimensions;
    this.values = values;
    this.codes = codes;
  }

  static Combinations read(WarehouseLease lease, List<String> dimensions) {
    List<Map<String, Integer>> numbers = new ArrayList<>();
    List<List<String>> values = new ArrayList<>();
    for (int i = 0; i < dimensions.size(); i++) {
      numbers.add(new HashMap<>());
      values.add(new ArrayList<>());
    }
    List<int[]> codes =
        lease.query(
            "SELECT %s FROM idx_combinations ORDER BY combination_id"
                .formatted(String.join(", ", dimensions)),
            List.of(),
            row -> codes(row, dimensions, numbers, values));
    return new Combinations(dimensions, values, codes);
  }

  private static int[] codes(
      Row row,
      List<String> dimensions,
      List<Map<String, Integer>> numbers,
      List<List<String>> values) {
    int[] codes = new int[dimensions.size()];
    for (int i = 0; i < codes.length; i++) {
      Optional<String> value = row.optional(dimensions.get(i), row::text);
      if (value.isPresent()) {
        List<String> known = values.get(i);
        Integer number = numbers.get(i).putIfAbsent(value.get(), known.size() + 1);
        if (number == null) {
          known.add(value.get());
        }
        codes[i] = number == null ? known.size() : number;
      }
    }
    return codes;
  }

  int dimensions() {
    return dimensions.size();
  }

  /** How many numbers a dimension's values have, with 0. */
  int size(int dimension) {
    return values.get(dimension).size() + 1;
  }

  /** The numbers of a combination's values, in the order of the dimensions. */
  int[] of(int combination) {
    return codes.get(combination);
  }

  /** What a number other than 0 stands for. */
  Driver.Part part(int dimension, int code) {
    return new Driver.Part(dimensions.get(dimension), values.get(dimension).get(code - 1));
  }
}
