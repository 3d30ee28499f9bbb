package io.genai.sessions.pipeline.enrich;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.ml.clustering.CentroidCluster;
import org.apache.commons.math3.ml.clustering.DoublePoint;
import org.apache.commons.math3.ml.clustering.KMeansPlusPlusClusterer;
import org.apache.commons.math3.ml.distance.EuclideanDistance;
import org.apache.commons.math3.random.Well19937c;

/**
 * Groups of images that look alike, the largest first.
 *
 * @param centres the middle of each group, in CLIP's space; none where there were no images
 */
record StyleClusters(List<float[]> centres) {
  private static final int MAXIMUM_ITERATIONS = 100;

  /**
   * Groups images by k-means with k-means++ starts. Groups are numbered by size; of equal ones,
   * that with the smallest content hash is first.
   *
   * @param images in any order; an image that is there twice counts once
   * @param count how many groups; fewer where there are fewer images
   */
  static StyleClusters fit(List<ImageVector> images, int count, long seed) {
    List<float[]> vectors = distinct(images);
    if (vectors.isEmpty()) {
      return new StyleClusters(List.of());
    }
    List<float[]> centres =
        new KMeansPlusPlusClusterer<DoublePoint>(
                Math.min(count, vectors.size()),
                MAXIMUM_ITERATIONS,
                new EuclideanDistance(),
                new Well19937c(seed))
            .cluster(vectors.stream().map(StyleClusters::point).toList()).stream()
                .map(StyleClusters::centre)
                .toList();
    return new StyleClusters(centres).largestFirst(vectors);
  }

  /** The number of the group whose middle is nearest; of equally near ones the first. */
  int nearest(float[] vector) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int number = 0; number < centres.size(); number++) {
      double distance = squaredDistance(centres.get(number), vector);
      if (distance < least) {
        least = distance;
        nearest = number;
      }
    }
    return nearest;
  }

  boolean isEmpty() {
    return centres.isEmpty();
  }

  /** In the order of their content hashes. */
  private static List<float[]> distinct(List<ImageVector> images) {
    Map<String, float[]> byHash = new LinkedHashMap<>();
    images.stream()
        .sorted(Comparator.comparing(ImageVector::contentHash))
        .forEach(image -> byHash.putIfAbsent(image.contentHash(), image.vector()));
    return List.copyOf(byHash.values());
  }

  /** Leaves out groups that are nearest to no image, as two equal middles make them. */
  private StyleClusters largestFirst(List<float[]> vectors) {
    List<List<Integer>> members = new ArrayList<>();
    centres.forEach(unused -> members.add(new ArrayList<>()));
    for (int image = 0; image < vectors.size(); image++) {
      members.get(nearest(vectors.get(image))).add(image);
    }
    return new StyleClusters(
        IntStream.range(0, centres.size())
            .boxed()
            .filter(number -> !members.get(number).isEmpty())
            .sorted(
                Comparator.comparing((Integer number) -> -members.get(number).size())
                    .thenComparing(number -> members.get(number).get(0)))
            .map(centres::get)
            .toList());
  }

  private static DoublePoint point(float[] vector) {
    return new DoublePoint(IntStream.range(0, vector.length).mapToDouble(i -> vector[i]).toArray());
  }

  private static float[] centre(CentroidCluster<DoublePoint> cluster) {
    double[] point = cluster.getCenter().getPoint();
    float[] centre = new float[point.length];
    for (int i = 0; i < centre.length; i++) {
      centre[i] = (float) point[i];
    }
    return centre;
  }

  private static double squaredDistance(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      double difference = (double) one[i] - other[i];
      sum += difference * difference;
    }
    return sum;
  }
}
