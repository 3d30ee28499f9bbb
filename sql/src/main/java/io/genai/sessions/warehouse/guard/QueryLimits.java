package io.genai.sessions.warehouse.guard;

import io.genai.sessions.warehouse.WarehouseException;
import java.time.Duration;

/**
 * What one query may take.
 *
 * @param time from request to last row
 * @param memoryBytes resident memory of the process that runs it
 * @param rows rows of the result; more are cut off
 * @param resultBytes size of the result on its way to the parent; more is cut off
 * @param characters length of the SQL
 * @param nesting open brackets within each other in the SQL
 * @param processes queries that run at the same time
 */
public record QueryLimits(
    Duration time,
    long memoryBytes,
    int rows,
    long resultBytes,
    int characters,
    int nesting,
    int processes) {

  /** Rejects limits that would let nothing through. */
  public QueryLimits {
    if (time.isNegative() || time.isZero()) {
      throw bad("time", time.toString());
    }
    if (memoryBytes < 256L << 20) {
      throw bad("memoryBytes", Long.toString(memoryBytes));
    }
    if (rows < 1 || resultBytes < 1 || characters < 1 || nesting < 1 || processes < 1) {
      throw bad("rows, resultBytes, characters, nesting and processes", "less than 1");
    }
  }

  /** 10 s, 1.5 GiB, 10,000 rows, 16 MiB, 20,000 characters, nesting of 100, three at a time. */
  public static QueryLimits defaults() {
    return new QueryLimits(Duration.ofSeconds(10), 1536L << 20, 10_000, 16L << 20, 20_000, 100, 3);
  }

  /** The same with another time limit. */
  public QueryLimits withTime(Duration other) {
    return new QueryLimits(other, memoryBytes, rows, resultBytes, characters, nesting, processes);
  }

  /** The same with another row limit. */
  public QueryLimits withRows(int other) {
    return new QueryLimits(time, memoryBytes, other, resultBytes, characters, nesting, processes);
  }

  private static WarehouseException bad(String name, String value) {
    return new WarehouseException(
        WarehouseException.Code.USER,
        "query limit %s must be positive (memory at least 256 MiB), but was: %s"
            .formatted(name, value));
  }
}
