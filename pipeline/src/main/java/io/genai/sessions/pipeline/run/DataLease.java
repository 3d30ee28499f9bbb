package io.genai.sessions.pipeline.run;

import io.genai.sessions.pipeline.PipelineFailure;
import io.genai.sessions.pipeline.PipelineFailure.Code;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Says that a run is at work below a data directory, for as long as it is open. Runs share a lock,
 * which the operating system takes back however a process ends; who finds the lock free finds no
 * run at work, and sweeps what killed ones left.
 */
public final class DataLease implements AutoCloseable {
  private static final String FILE = ".runs.lock";

  private final FileChannel channel;
  private final int killedRuns;

  private DataLease(FileChannel channel, int killedRuns) {
    this.channel = channel;
    this.killedRuns = killedRuns;
  }

  /**
   * Takes a lease before anything is written there.
   *
   * @param data the data directory; made where there is none
   * @throws PipelineFailure (USER) where it cannot be written to
   */
  public static DataLease of(Path data) {
    try {
      Files.createDirectories(data);
      FileChannel channel =
          FileChannel.open(
              data.resolve(FILE),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      try {
        int killedRuns = sweepIfAlone(channel, data);
        share(channel);
        return new DataLease(channel, killedRuns);
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw new PipelineFailure(
          Code.USER,
          "--data must be a directory that can be written to, but %s is not (%s). Name another or change its permissions."
              .formatted(data, e.getClass().getSimpleName()),
          e);
    }
  }

  /** How many killed runs were swept away. */
  public int killedRuns() {
    return killedRuns;
  }

  private static int sweepIfAlone(FileChannel channel, Path data) throws IOException {
    try (FileLock alone = channel.tryLock()) {
      return alone == null ? 0 : new AbandonedRuns(data).sweep();
    } catch (OverlappingFileLockException anotherRunOfThisProcess) {
      return 0;
    }
  }

  /** Waits while another process sweeps. */
  private static void share(FileChannel channel) throws IOException {
    try {
      channel.lock(0, Long.MAX_VALUE, /* shared= */ true);
    } catch (OverlappingFileLockException anotherRunOfThisProcess) {
      // A process has one lock: that run's.
      return;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new PipelineFailure(Code.RESOURCE, "The lock of --data cannot be given back: " + e, e);
    }
  }
}
