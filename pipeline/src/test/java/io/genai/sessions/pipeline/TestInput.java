package io.genai.sessions.pipeline;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Makes DiffusionDB-shaped input for tests. */
public final class TestInput {

  /** A part in the making: image names with their JSON and bytes, in order. */
  public static final class Part {
    private final List<String> json = new ArrayList<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /** Adds an image and what the JSON says of it. */
    public Part with(String image, String prompt) {
      return with(image, prompt, png(8, 8));
    }

    public Part with(String image, String prompt, byte[] content) {
      return named(image, prompt).file(image, content);
    }

    /** Adds only what the JSON says. */
    public Part named(String image, String prompt) {
      return json(
          "\"%s\": {\"p\": \"%s\", \"se\": 4242, \"c\": 7.5, \"st\": 50, \"sa\": \"k_lms\"}"
              .formatted(escape(image), escape(prompt)));
    }

    public Part json(String member) {
      json.add(member);
      return this;
    }

    /** Adds only a file. */
    public Part file(String name, byte[] content) {
      files.put(name, content);
      return this;
    }

    private static String escape(String text) {
      return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    public byte[] json() {
      return ("{" + String.join(", ", json) + "}").getBytes(StandardCharsets.UTF_8);
    }

    public byte[] zip(String jsonName) {
      Map<String, byte[]> all = new LinkedHashMap<>(files);
      all.put(jsonName, json());
      return TestInput.zip(all);
    }

    /** Writes {@code directory/part-000001.zip}. */
    public Path zipTo(Path file) throws IOException {
      String name = file.getFileName().toString().replace(".zip", ".json");
      return write(file, zip(name));
    }

    /** Writes the part's files and JSON into {@code directory}. */
    public void unpackTo(Path directory) throws IOException {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        write(directory.resolve(file.getKey()), file.getValue());
      }
      write(directory.resolve(directory.getFileName() + ".json"), json());
    }
  }

  private TestInput() {}

  public static Part part() {
    return new Part();
  }

  /** A part of {@code count} images {@code <prefix>-0.png …} with prompts of their own. */
  public static Part part(String prefix, int count) {
    Part part = part();
    for (int i = 0; i < count; i++) {
      part.with(prefix + "-" + i + ".png", "prompt " + i + " of " + prefix);
    }
    return part;
  }

  public static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public static Path write(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.write(file, content);
  }

  public static byte[] png(int width, int height) {
    return encode(image(width, height, BufferedImage.TYPE_INT_RGB), "png");
  }

  public static BufferedImage image(int width, int height, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    Graphics2D graphics = image.createGraphics();
    graphics.setPaint(new GradientPaint(0, 0, Color.RED, width, height, Color.BLUE));
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    return image;
  }

  public static byte[] encode(BufferedImage image, String format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, bytes)) {
        throw new IllegalArgumentException("ImageIO does not write " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
