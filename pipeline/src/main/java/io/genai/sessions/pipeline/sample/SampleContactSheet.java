package io.genai.sessions.pipeline.sample;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Draws a sheet of sample pictures with their prompts, to be looked at. */
public final class SampleContactSheet {
  private static final int COLUMNS = 5;
  private static final int SIDE = 384;
  private static final int CAPTION = 62;
  private static final int GAP = 8;

  private SampleContactSheet() {}

  /**
   * Arguments: the file to write, the number of pictures (40), the seed (1), every how many-th (3).
   */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments.length > 0 ? arguments[0] : "sample-contact.png");
    int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 40;
    long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
    int every = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 3;
    List<SampleRow> rows = SampleRows.of(count * every, seed);
    int lines = (count + COLUMNS - 1) / COLUMNS;
    BufferedImage sheet =
        new BufferedImage(
            GAP + COLUMNS * (SIDE + GAP),
            GAP + lines * (SIDE + CAPTION + GAP),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = sheet.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(new Color(0x1B1D22));
    graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    for (int i = 0; i < count; i++) {
      SampleRow row = rows.get(i * every);
      int x = GAP + i % COLUMNS * (SIDE + GAP);
      int y = GAP + i / COLUMNS * (SIDE + CAPTION + GAP);
      graphics.drawImage(
          SceneRenderer.render(row.prompt().scene(), row.parameters().seed(), SIDE, SIDE),
          x,
          y,
          null);
      caption(graphics, row.prompt().text(), x, y + SIDE);
    }
    graphics.dispose();
    ImageIO.write(sheet, "png", file.toFile());
  }

  private static void caption(Graphics2D graphics, String text, int x, int y) {
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    graphics.setColor(new Color(0xC9CCD3));
    int lines = 0;
    String rest = text;
    while (!rest.isEmpty() && lines < 3) {
      int end = rest.length();
      while (graphics.getFontMetrics().stringWidth(rest.substring(0, end)) > SIDE - 4) {
        int space = rest.lastIndexOf(' ', end - 1);
        end = space > 0 ? space : end - 1;
      }
      lines++;
      graphics.drawString(rest.substring(0, end), x + 2, y + 2 + lines * 17);
      rest = rest.substring(end).trim();
    }
  }
}
