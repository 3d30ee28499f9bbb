package io.genai.sessions.pipeline.enrich;

import io.genai.sessions.models.clip.ClipModel;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Knows an image by the colour of its first pixel, and a text by the colours that it names. */
final class ColourClip implements ClipModel {
  final List<String> texts = new ArrayList<>();
  int images;

  @Override
  public String id() {
    return "colours";
  }

  @Override
  public int dimensions() {
    return 3;
  }

  @Override
  public List<float[]> embedImages(List<BufferedImage> pictures) {
    images += pictures.size();
    return pictures.stream().map(picture -> unit(picture.getRGB(0, 0))).toList();
  }

  @Override
  public List<float[]> embedTexts(List<String> prompts) {
    texts.addAll(prompts);
    return prompts.stream().map(prompt -> unit(colour(prompt))).toList();
  }

  private static int colour(String prompt) {
    return (prompt.contains("red") ? 0xff0000 : 0)
        | (prompt.contains("green") ? 0x00ff00 : 0)
        | (prompt.contains("blue") ? 0x0000ff : 0);
  }

  private static float[] unit(int colour) {
    float[] vector = {(colour >> 16) & 0xff, (colour >> 8) & 0xff, colour & 0xff};
    float norm =
        (float) Math.sqrt(vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2]);
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= norm;
    }
    return vector;
  }

  @Override
  public void close() {}
}
