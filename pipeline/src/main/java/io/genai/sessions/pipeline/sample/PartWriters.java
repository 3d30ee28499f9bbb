package io.genai.sessions.pipeline.sample;

import io.genai.sessions.pipeline.PipelineFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Writes parts side by side. Closed, it has stopped writing, also when it was half-way. */
final class PartWriters implements AutoCloseable {
  private static final long SECONDS_TO_STOP = 20;

  private final ExecutorService executor;

  PartWriters(int parallelism) {
    executor = Executors.newFixedThreadPool(parallelism);
  }

  /** Writes all rows, {@value PartWriter#ROWS} a part. */
  void write(Path images, List<SampleRow> rows, Runnable onImage) throws IOException {
    List<Future<Void>> parts = new ArrayList<>();
    for (int start = 0; start < rows.size(); start += PartWriter.ROWS) {
      int number = start / PartWriter.ROWS + 1;
      List<SampleRow> part = rows.subList(start, Math.min(rows.size(), start + PartWriter.ROWS));
      parts.add(
          executor.submit(
              () -> {
                PartWriter.write(images, number, part, onImage);
                return null;
              }));
    }
    try {
      for (Future<Void> part : parts) {
        part.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new PipelineFailure(
          PipelineFailure.Code.INTERNAL, "The sample's pictures could not be drawn.", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PipelineFailure(
          PipelineFailure.Code.RESOURCE, "Interrupted while the sample was made.", e);
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
    try {
      executor.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
