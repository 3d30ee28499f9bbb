package io.genai.sessions.pipeline.sample.clip;

import ai.onnxruntime.OrtException;
import io.genai.sessions.models.InferenceThreads;
import io.genai.sessions.models.clip.ClipFiles;
import io.genai.sessions.models.clip.ClipModel;
import io.genai.sessions.pipeline.sample.SampleClipQuality;
import io.genai.sessions.pipeline.sample.SampleIdeas;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * Trains the embedded CLIP model on pictures of the sample generator, on a CPU in minutes, and
 * measures it on a seed that it did not see. From the root of the project:
 *
 * <pre>{@code
 * mvn test-compile exec:java@train-sample-clip -pl pipeline -am -Dexec.args="target/sample-clip"
 * }</pre>
 *
 * <p>Arguments: the directory to write to; the number of pictures (5000); how often each is shown
 * (12). Copied to {@code models/src/main/resources/io/genai/sessions/models/clip/sample-clip}, the
 * files are what {@code EmbeddedClip} opens.
 */
public final class TrainSampleClip {
  /** Neither the shipped sample's seed, 42, nor that of the measurement. */
  private static final long TRAINING_SEED = 1001;

  private static final long VALIDATION_SEED = 2001;
  private static final int VALIDATION_ROWS = 1000;
  private static final int LEAST_TEXTS = 4;

  private TrainSampleClip() {}

  public static void main(String[] arguments) throws IOException, OrtException {
    Path directory = Path.of(arguments[0]);
    int pictures = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5000;
    int epochs = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 12;

    say("Drawing %d pictures".formatted(pictures));
    List<TrainingPair> pairs = draw(SampleIdeas.sketches(pictures, TRAINING_SEED));
    Words words = Words.of(pairs.stream().map(TrainingPair::text), LEAST_TEXTS);
    say("Training on %d pictures and %d words".formatted(pairs.size(), words.size()));
    Weights weights =
        new Training(pairs, words, TRAINING_SEED)
            .train(epochs, loss -> say("  loss %.3f".formatted(loss)));
    SampleClipFiles.write(directory, weights, words);

    say("Measuring on %d pictures of another seed".formatted(VALIDATION_ROWS));
    try (ClipModel model =
        ClipModel.open("trained", ClipFiles.in(directory), InferenceThreads.allCores())) {
      say(SampleClipQuality.of(model, VALIDATION_ROWS, VALIDATION_SEED).toString());
    }
  }

  private static void say(String line) {
    System.out.println(Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + line);
  }

  private static List<TrainingPair> draw(List<SampleIdeas.Sketch> sketches) throws OrtException {
    try (FeatureExtractor extractor = new FeatureExtractor()) {
      Stream<TrainingPair> pairs =
          sketches.parallelStream()
              .map(
                  sketch ->
                      new TrainingPair(
                          sketch.idea(), sketch.text(), extractor.features(sketch.draw())));
      return pairs.toList();
    }
  }
}
