package io.genai.sessions.pipeline.sample.clip;

import static io.genai.sessions.pipeline.sample.clip.OnnxGraph.numbers;

import java.util.ArrayList;
import java.util.List;

/**
 * What the image tower looks at before anything is learned: the colours of 7 x 7 tiles, and how
 * strongly waves of several lengths, directions and colours stand out in each tile, at two scales.
 * The waves are the cosines of JPEG, 8 x 8 pixels large.
 */
final class ImageFeatures {
  /** CLIP's side of an image. */
  static final int SIDE = 224;

  private static final int COLOUR_TILE = 32;
  private static final int WAVE = 8;

  /** The finest waves, by the sum of both frequencies: of light, and of colour. */
  private static final int FINEST_LIGHT = 8;

  private static final int FINEST_COLOUR = 3;

  /** Light, red against blue, green against both. */
  private static final double[][] CHANNELS = {{1, 1, 1}, {1, 0, -1}, {-0.5, 1, -0.5}};

  private static final List<Scale> SCALES = List.of(new Scale(4, 4, 13, 4), new Scale(8, 2, 11, 3));

  private ImageFeatures() {}

  /**
   * @param reduction how many pixels become one, along a side
   * @param stride from wave to wave
   * @param places of waves along a side
   * @param tiles along a side, in which places are averaged
   */
  private record Scale(int reduction, int stride, int places, int tiles) {}

  /** The length of the features of one image. */
  static int size() {
    int tiles = SIDE / COLOUR_TILE;
    int size = 3 * tiles * tiles;
    for (Scale scale : SCALES) {
      size += 2 * waves().size() * scale.tiles() * scale.tiles();
    }
    return size;
  }

  /**
   * Adds the features to a graph.
   *
   * @param pixels [images, 3, 224, 224], normalised as CLIP's
   * @return [images, {@link #size()}]
   */
  static String add(OnnxGraph graph, String pixels) {
    String filters = filters(graph);
    List<String> parts = new ArrayList<>();
    parts.add(flat(graph, averaged(graph, pixels, COLOUR_TILE)));
    for (Scale scale : SCALES) {
      String seen =
          graph.node(
              "Conv",
              List.of(averaged(graph, pixels, scale.reduction()), filters),
              numbers("strides", scale.stride(), scale.stride()));
      int tile = scale.places() / scale.tiles();
      String crests = graph.node("Relu", List.of(seen));
      String troughs = graph.node("Relu", List.of(graph.node("Neg", List.of(seen))));
      parts.add(flat(graph, averaged(graph, crests, tile)));
      parts.add(flat(graph, averaged(graph, troughs, tile)));
    }
    return graph.node("Concat", parts, OnnxGraph.number("axis", 1));
  }

  private static String averaged(OnnxGraph graph, String planes, int tile) {
    return graph.node(
        "AveragePool",
        List.of(planes),
        numbers("kernel_shape", tile, tile),
        numbers("strides", tile, tile));
  }

  private static String flat(OnnxGraph graph, String planes) {
    return graph.node("Flatten", List.of(planes));
  }

  private static String filters(OnnxGraph graph) {
    List<float[]> waves = waves();
    float[] values = new float[waves.size() * 3 * WAVE * WAVE];
    for (int i = 0; i < waves.size(); i++) {
      System.arraycopy(waves.get(i), 0, values, i * 3 * WAVE * WAVE, 3 * WAVE * WAVE);
    }
    return graph.floats(values, waves.size(), 3, WAVE, WAVE);
  }

  /** Filters of shape [3, 8, 8]. */
  private static List<float[]> waves() {
    List<float[]> waves = new ArrayList<>();
    for (int channel = 0; channel < CHANNELS.length; channel++) {
      int finest = channel == 0 ? FINEST_LIGHT : FINEST_COLOUR;
      for (int down = 0; down < WAVE; down++) {
        for (int across = 0; across < WAVE && down + across <= finest; across++) {
          waves.add(wave(CHANNELS[channel], down, across));
        }
      }
    }
    return waves;
  }

  private static float[] wave(double[] channel, int down, int across) {
    float[] values = new float[3 * WAVE * WAVE];
    for (int i = 0; i < values.length; i++) {
      int y = i / WAVE % WAVE;
      int x = i % WAVE;
      values[i] = (float) (channel[i / (WAVE * WAVE)] * cosine(down, y) * cosine(across, x));
    }
    return values;
  }

  private static double cosine(int frequency, int place) {
    return Math.cos(Math.PI * (place + 0.5) * frequency / WAVE) / WAVE;
  }
}
