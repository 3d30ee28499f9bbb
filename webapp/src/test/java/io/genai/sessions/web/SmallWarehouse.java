package io.genai.sessions.web;

import io.genai.sessions.models.MiniLmEmbedder;
import io.genai.sessions.models.TextEmbedder;
import io.genai.sessions.warehouse.build.WarehouseBuilder;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * A real warehouse, small: a made-up run in the pipeline's format, embedded with MiniLM, built and
 * checked by {@link WarehouseBuilder}, with a drawn image for each prompt.
 *
 * <p>{@code main} builds one to look at: {@code DIRECTORY ROWS}.
 */
public final class SmallWarehouse {
  /** Rows of the warehouse that most tests share. */
  public static final int ROWS = 600;

  private final Path directory;

  private SmallWarehouse(Path directory) {
    this.directory = directory;
  }

  /** Builds one below the directory. */
  public static SmallWarehouse build(Path directory, int rows) {
    return build(directory, rows, List.of());
  }

  /** Builds one below the directory, after the changes to the run's tables. */
  public static SmallWarehouse build(Path directory, int rows, List<String> changes) {
    SmallWarehouse small = new SmallWarehouse(directory);
    try {
      small.writeRun(rows, changes);
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("the run can't be written", e);
    }
    WarehouseBuilder.from(small.run()).publishTo(small.file());
    return small;
  }

  /** The one that most tests share, built once for this JVM. */
  public static SmallWarehouse shared() {
    return Shared.INSTANCE;
  }

  private static final class Shared {
    static final SmallWarehouse INSTANCE = build(temporary(), ROWS);

    private static Path temporary() {
      try {
        return Files.createDirectories(Path.of("target", "small-warehouse"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  public static void main(String[] arguments) {
    build(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
  }

  public Path file() {
    return directory.resolve("warehouse.duckdb");
  }

  public Path blobs() {
    return directory.resolve("blob");
  }

  private Path run() {
    return directory.resolve("runs").resolve("20221001T080000Z-test");
  }

  private void writeRun(int rows, List<String> changes) throws SQLException, IOException {
    Path run = run();
    for (String table : List.of("prompts", "users", "generations")) {
      Files.createDirectories(run.resolve(table));
    }
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(resource("small-run.sql").replace("{rows}", Integer.toString(rows)));
      embed(connection);
      for (String change : changes) {
        statement.execute(change);
      }
      for (String table : List.of("prompts", "users", "generations")) {
        statement.execute(
            "COPY %s TO '%s' (FORMAT parquet)".formatted(table, run.resolve(table + "/0.parquet")));
      }
      Files.writeString(run.resolve("run.json"), runJson(statement));
      drawImages(statement);
    }
    Files.writeString(
        run.resolve("bad_records.jsonl"),
        """
        {"source":"part-000001.zip!/broken.png","step":"StoreImages","reason":"no PNG signature","attempted":"decode"}
        {"source":"part-000001.json#17","step":"ReadDiffusionDb","reason":"empty prompt","attempted":"parse"}
        """);
  }

  private static void embed(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        TextEmbedder embedder = MiniLmEmbedder.shared()) {
      statement.execute(
          "ALTER TABLE prompts ADD COLUMN text_embedding_mini FLOAT[];"
              + "ALTER TABLE prompts ADD COLUMN embedding_model VARCHAR;"
              + "ALTER TABLE prompts ADD COLUMN text_embedding FLOAT[];"
              + "ALTER TABLE prompts ADD COLUMN image_embedding FLOAT[];"
              + "ALTER TABLE prompts ADD COLUMN clip_model VARCHAR DEFAULT 'palette-clip'");
      List<String> texts = new ArrayList<>();
      try (ResultSet result = statement.executeQuery("SELECT DISTINCT prompt_text FROM prompts")) {
        while (result.next()) {
          texts.add(result.getString(1));
        }
      }
      List<float[]> vectors = embedder.embed(texts);
      try (PreparedStatement update =
          connection.prepareStatement(
              "UPDATE prompts SET text_embedding_mini = ?::FLOAT[], embedding_model = ?,"
                  + " text_embedding = ?::FLOAT[], image_embedding = ?::FLOAT[]"
                  + " WHERE prompt_text = ?")) {
        for (int i = 0; i < texts.size(); i++) {
          String look = unit(texts.get(i).hashCode() % 40);
          update.setString(1, Arrays.toString(vectors.get(i)));
          update.setString(2, embedder.id());
          update.setString(3, look);
          update.setString(4, look);
          update.setString(5, texts.get(i));
          update.execute();
        }
      }
    }
  }

  /** A unit vector of CLIP's length. */
  private static String unit(int seed) {
    Random random = new Random(seed);
    double[] values = random.doubles(512, -1, 1).toArray();
    double length = Math.sqrt(Arrays.stream(values).map(value -> value * value).sum());
    return Arrays.toString(Arrays.stream(values).map(value -> value / length).toArray());
  }

  private static String runJson(Statement statement) throws SQLException {
    return """
        {"run_id":"20221001T080000Z-test","status":"succeeded",
         "started_at":"2022-10-01T08:00:00Z","finished_at":"2022-10-01T08:00:41Z",
         "command":"--input sample --seed 42","input":"made-up sample","runner":"DirectRunner",
         "seed":42,"users":"simulated","analyzer_version":"0.1.0",
         "rows":{"prompts":%d,"users":%d,"generations":%d},"bad_records":2,
         "simulated_columns":["fct_generations.latency_ms","fct_generations.status","dim_users.user_tier"],
         "steps":[
          {"name":"ReadDiffusionDb","ordinal":1,"upstream":[],"state":"succeeded","seconds":1.2,
           "rows_in":%d,"rows_out":%d,"bad_records":1,"note":""},
          {"name":"StoreImages","ordinal":2,"upstream":["ReadDiffusionDb"],"state":"succeeded",
           "seconds":9.4,"rows_in":600,"rows_out":599,"bad_records":1,"note":""},
          {"name":"EmbedText","ordinal":3,"upstream":["ReadDiffusionDb"],"state":"succeeded",
           "seconds":3.2,"rows_in":600,"rows_out":600,"bad_records":0,"note":"all-minilm-l6-v2-q"},
          {"name":"LabelPrompts","ordinal":4,"upstream":["EmbedText"],"state":"succeeded",
           "seconds":2.6,"rows_in":600,"rows_out":600,"bad_records":0,"note":""},
          {"name":"EncodeClip","ordinal":5,"upstream":["LabelPrompts","StoreImages"],
           "state":"skipped","seconds":0,"rows_in":0,"rows_out":0,"bad_records":0,"note":"no CLIP model"},
          {"name":"SimulateTelemetry","ordinal":6,"upstream":["ReadDiffusionDb"],
           "state":"succeeded","seconds":0.8,"rows_in":600,"rows_out":600,"bad_records":0,"note":""}],
         "models":[
          {"role":"text-embedder","model_id":"all-minilm-l6-v2-q","embedded":true,"dimensions":384,
           "licence":"Apache-2.0","rows":600,"state":"used","note":""},
          {"role":"labeller","model_id":"lexicon-1","embedded":true,"dimensions":0,
           "licence":"Apache-2.0","rows":600,"state":"used","note":""}]}
        """
        .formatted(
            count(statement, "prompts"),
            count(statement, "users"),
            count(statement, "generations"),
            count(statement, "prompts"),
            count(statement, "prompts"));
  }

  private static long count(Statement statement, String table) throws SQLException {
    try (ResultSet result = statement.executeQuery("SELECT count(*) FROM " + table)) {
      result.next();
      return result.getLong(1);
    }
  }

  /** Every image but one in ten, so that some are missing. */
  private void drawImages(Statement statement) throws SQLException, IOException {
    Files.createDirectories(blobs().resolve("images/generations"));
    Files.createDirectories(blobs().resolve("images/thumbnails"));
    try (ResultSet result =
        statement.executeQuery(
            "SELECT prompt_id, image_path, thumbnail_path FROM prompts WHERE image_path IS NOT NULL")) {
      while (result.next()) {
        if (result.getLong(1) % 10 != 4) {
          BufferedImage image = drawing(result.getLong(1));
          ImageIO.write(image, "png", blobs().resolve(result.getString(2)).toFile());
          ImageIO.write(image, "jpg", blobs().resolve(result.getString(3)).toFile());
        }
      }
    }
  }

  private static BufferedImage drawing(long seed) {
    Random random = new Random(seed);
    BufferedImage image = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    float hue = random.nextFloat();
    graphics.setPaint(
        new GradientPaint(
            0,
            0,
            Color.getHSBColor(hue, 0.5f, 0.9f),
            0,
            256,
            Color.getHSBColor(hue + 0.1f, 0.7f, 0.3f)));
    graphics.fillRect(0, 0, 256, 256);
    for (int hill = 0; hill < 4; hill++) {
      graphics.setColor(Color.getHSBColor(hue + 0.05f * hill, 0.6f, 0.6f - 0.12f * hill));
      int x = random.nextInt(200) - 60;
      graphics.fillOval(x, 120 + 30 * hill, 180 + random.nextInt(120), 200);
    }
    graphics.setColor(Color.getHSBColor(hue + 0.5f, 0.3f, 1f));
    graphics.fillOval(40 + random.nextInt(150), 30 + random.nextInt(50), 36, 36);
    graphics.dispose();
    return image;
  }

  private static String resource(String name) throws IOException {
    try (var stream = SmallWarehouse.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
