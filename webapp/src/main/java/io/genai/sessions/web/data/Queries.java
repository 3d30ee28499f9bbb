package io.genai.sessions.web.data;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Asks the warehouse. */
@Component
public final class Queries {
  private final WarehouseSettings settings;

  public Queries(WarehouseSettings settings) {
    this.settings = settings;
  }

  /**
   * The rows of an answer.
   *
   * @param parameters values of the question marks, in order
   * @throws WebException DATA or RESOURCE, if the warehouse can't answer
   */
  public <T> List<T> list(String sql, List<?> parameters, Function<Row, T> each) {
    try (Connection connection =
            DriverManager.getConnection("jdbc:duckdb:" + settings.warehouse(), readOnly());
        PreparedStatement statement = connection.prepareStatement(sql)) {
      int position = 1;
      for (Object parameter : parameters) {
        statement.setObject(position++, parameter);
      }
      try (ResultSet result = statement.executeQuery()) {
        List<T> rows = new ArrayList<>();
        Row row = new Row(result);
        while (result.next()) {
          rows.add(each.apply(row));
        }
        return rows;
      }
    } catch (SQLException refused) {
      throw new WebException(
          WebException.Code.DATA, "The warehouse can't answer: " + refused.getMessage(), refused);
    }
  }

  private static java.util.Properties readOnly() {
    java.util.Properties properties = new java.util.Properties();
    properties.put("duckdb.read_only", "true");
    return properties;
  }

  public <T> List<T> list(String sql, Function<Row, T> each) {
    return list(sql, List.of(), each);
  }

  /** The only row of an answer that has one. */
  public <T> Optional<T> first(String sql, List<?> parameters, Function<Row, T> each) {
    return list(sql, parameters, each).stream().findFirst();
  }
}
