package io.genai.sessions.pipeline.sample.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import io.genai.sessions.pipeline.sample.clip.ContrastiveStep.Batch;
import io.genai.sessions.pipeline.sample.clip.Weights.Weight;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContrastiveStepTest {
  private static final int BATCH = 4;
  private static final int FEATURES = 6;
  private static final int WORDS = 5;
  private static final float STEP = 2e-3f;

  private final Random random = new Random(3);
  private final Weights weights = new Weights(FEATURES, WORDS, random);

  @Test
  void gradientsAreTheSlopesOfTheLoss() throws OrtException {
    Batch batch = batch(0);
    try (ContrastiveStep step = new ContrastiveStep(weights, BATCH)) {
      ContrastiveStep.Lesson lesson = step.learn(batch);
      for (int index = 0; index < weights.all().size(); index++) {
        Weight weight = weights.all().get(index);
        float[] gradient = lesson.gradients().get(index);
        int steepest = steepest(gradient);
        assertThat(slope(step, batch, weight.values(), steepest))
            .as(weight.name())
            .isCloseTo(gradient[steepest], within(0.05 * Math.abs(gradient[steepest])));
      }
    }
  }

  @Test
  void pairsOfOneIdeaAreNoStrangers() throws OrtException {
    try (ContrastiveStep step = new ContrastiveStep(weights, BATCH)) {
      assertThat(step.learn(batch(0)).loss()).isPositive();
      assertThat(step.learn(batch(1e4f)).loss()).isCloseTo(0, within(1e-5));
    }
  }

  private static int steepest(float[] gradient) {
    int steepest = 0;
    for (int i = 0; i < gradient.length; i++) {
      steepest = Math.abs(gradient[i]) > Math.abs(gradient[steepest]) ? i : steepest;
    }
    return steepest;
  }

  private static double slope(ContrastiveStep step, Batch batch, float[] values, int index)
      throws OrtException {
    float before = values[index];
    values[index] = before + STEP;
    double above = step.learn(batch).loss();
    values[index] = before - STEP;
    double below = step.learn(batch).loss();
    values[index] = before;
    return (above - below) / (2 * STEP);
  }

  /** Random images and texts, all of which but the pairs are as alike as given. */
  private Batch batch(float likeness) {
    float[] alike = new float[BATCH * BATCH];
    for (int i = 0; i < alike.length; i++) {
      alike[i] = i / BATCH == i % BATCH ? 0 : likeness;
    }
    float[] kept = new float[BATCH * weights.hiddenSize()];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = i % 3 == 0 ? 0 : 1.5f;
    }
    return new Batch(gaussian(BATCH * FEATURES), kept, gaussian(BATCH * WORDS), alike);
  }

  private float[] gaussian(int size) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
