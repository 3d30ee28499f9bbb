package io.genai.sessions.warehouse.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class SqlGuardPropertyTest {
  private static Path file;
  private static HardenedDatabase database;

  @BeforeContainer
  static void open() throws Exception {
    file = Files.createTempDirectory("guard").resolve("warehouse.duckdb");
    SmallWarehouse.create(file, 3);
    database = new HardenedDatabase(file, 512L << 20);
    database.refresh();
  }

  @AfterContainer
  static void close() throws SQLException, IOException {
    database.close();
    Files.delete(file);
    Files.delete(file.getParent());
  }

  @Property(tries = 400)
  void aRefusedStatementStaysRefusedInAnyWrapping(@ForAll("wrapped") String sql)
      throws SQLException {
    assertThat(database.guard().objection(sql)).as(sql).isPresent();
  }

  @Property(tries = 400)
  void noTextMakesTheGuardFail(@ForAll("texts") String text) throws SQLException {
    if (TextCaps.objection(text, QueryLimits.defaults()).isEmpty()) {
      assertThat(database.guard().objection(text)).isNotNull();
    }
  }

  @Provide
  Arbitrary<String> wrapped() throws IOException {
    Arbitrary<String> harmful =
        Arbitraries.of(
            "DELETE FROM dim_users RETURNING *",
            "INSERT INTO dim_users SELECT * FROM dim_users RETURNING *",
            "SELECT * FROM read_text('/etc/passwd')",
            "SELECT * FROM duckdb_settings()",
            "SELECT getvariable('x')",
            "SELECT * FROM 'x.csv'");
    Arbitrary<List<String>> wrappings =
        Arbitraries.of(
                "SELECT * FROM (WITH x AS (%s) SELECT * FROM x)",
                "WITH x AS (%s) SELECT * FROM x",
                "SELECT 1; %s",
                "%s; SELECT 1",
                "SELECT count(*) FROM dim_users WHERE EXISTS (WITH y AS (%s) SELECT * FROM y)",
                "SELECT 1 UNION ALL (WITH z AS (%s) SELECT 1 FROM z)",
                "WITH dim_users AS (%s) SELECT * FROM dim_users",
                "/* %%s */ %s -- SELECT")
            .list()
            .ofMinSize(0)
            .ofMaxSize(3);
    return Combinators.combine(harmful, wrappings)
        .as(
            (sql, around) -> {
              String result = sql;
              for (String wrapping : around) {
                result = wrapping.formatted(result);
              }
              return result;
            });
  }

  @Provide
  Arbitrary<String> texts() throws IOException {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "SELECT",
            "FROM",
            "dim_users",
            "(",
            ")",
            "*",
            ",",
            ";",
            "'",
            "\"",
            "WITH",
            "AS",
            "--",
            "/*",
            "*/",
            "1",
            "x",
            "\n",
            "\u00a0",
            "UNION",
            "[",
            "]",
            "{",
            "}",
            ":",
            "$$",
            "?");
    return Arbitraries.oneOf(
        pieces.list().ofMaxSize(30).map(parts -> String.join(" ", parts)),
        Arbitraries.strings().ofMaxLength(200),
        Combinators.combine(
                Arbitraries.of(SqlGuardTest.lines("allowed.sql")),
                Arbitraries.integers().between(0, 200),
                pieces)
            .as(
                (sql, at, piece) ->
                    sql.substring(0, Math.min(at, sql.length()))
                        + piece
                        + sql.substring(Math.min(at, sql.length()))));
  }
}
