package io.genai.sessions.pipeline.sample.clip;

import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleConsumer;

/** Trains the two towers on pairs. */
final class Training {
  private static final int BATCH = 256;
  private static final double RATE = 1e-3;
  private static final int WARM_UP = 60;
  private static final double DECAY = 0.05;
  private static final double DROPPED = 0.3;
  private static final double UNSEEN = 0.1;
  private static final double UNREAD = 0.1;
  private static final float NEVER = 1e4f;

  private final List<TrainingPair> pairs;
  private final Standardisation standardisation;
  private final Words words;
  private final Random random;

  Training(List<TrainingPair> pairs, Words words, long seed) {
    this.pairs = List.copyOf(pairs);
    this.standardisation = Standardisation.of(pairs);
    this.words = words;
    this.random = new Random(seed);
  }

  /**
   * Trains from random weights.
   *
   * @param epochs how often each pair is shown
   * @param onEpoch told each epoch's mean loss
   * @return weights that take features as they come
   */
  Weights train(int epochs, DoubleConsumer onEpoch) throws OrtException {
    Weights weights = new Weights(ImageFeatures.size(), words.size(), random);
    Adam adam = new Adam(weights, DECAY);
    int batches = pairs.size() / BATCH;
    List<TrainingPair> order = new ArrayList<>(pairs);
    int step = 0;
    try (ContrastiveStep contrast = new ContrastiveStep(weights, BATCH)) {
      for (int epoch = 0; epoch < epochs; epoch++) {
        Collections.shuffle(order, random);
        double loss = 0;
        for (int batch = 0; batch < batches; batch++) {
          ContrastiveStep.Lesson lesson =
              contrast.learn(batch(order.subList(batch * BATCH, (batch + 1) * BATCH), weights));
          adam.step(lesson.gradients(), rate(step, epochs * batches));
          step++;
          loss += lesson.loss() / batches;
        }
        onEpoch.accept(loss);
      }
    }
    standardisation.foldInto(weights.hidden().values(), weights.bias().values());
    return weights;
  }

  /** Rises at first, then falls along a cosine. */
  private static double rate(int step, int steps) {
    double rise = Math.min(1, (step + 1.0) / WARM_UP);
    return RATE * rise * (1 + Math.cos(Math.PI * step / steps)) / 2;
  }

  private ContrastiveStep.Batch batch(List<TrainingPair> shown, Weights weights) {
    return new ContrastiveStep.Batch(
        features(shown), kept(BATCH * weights.hiddenSize()), counts(shown), alike(shown));
  }

  private float[] features(List<TrainingPair> shown) {
    int size = ImageFeatures.size();
    float[] features = new float[BATCH * size];
    for (int row = 0; row < BATCH; row++) {
      float[] values = shown.get(row).features();
      for (int i = 0; i < size; i++) {
        features[row * size + i] =
            random.nextFloat() < UNSEEN ? 0 : standardisation.apply(i, values[i]);
      }
    }
    return features;
  }

  private float[] kept(int size) {
    float[] kept = new float[size];
    for (int i = 0; i < size; i++) {
      kept[i] = random.nextFloat() < DROPPED ? 0 : (float) (1 / (1 - DROPPED));
    }
    return kept;
  }

  private float[] counts(List<TrainingPair> shown) {
    float[] counts = new float[BATCH * words.size()];
    for (int row = 0; row < BATCH; row++) {
      for (int word : words.in(shown.get(row).text())) {
        if (random.nextFloat() >= UNREAD) {
          counts[row * words.size() + word]++;
        }
      }
    }
    return counts;
  }

  private static float[] alike(List<TrainingPair> shown) {
    float[] alike = new float[BATCH * BATCH];
    for (int image = 0; image < BATCH; image++) {
      for (int text = 0; text < BATCH; text++) {
        if (image != text && shown.get(image).idea().equals(shown.get(text).idea())) {
          alike[image * BATCH + text] = NEVER;
        }
      }
    }
    return alike;
  }
}
