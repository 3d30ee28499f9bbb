package io.genai.sessions.pipeline.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Says that a run's process is alive: a lock, which the operating system takes back however the
 * process ends, on a file beside the run's directory.
 */
final class RunLock implements AutoCloseable {
  private static final String ENDING = ".lock";

  private final Path file;
  private final FileChannel channel;

  private RunLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Locks a run that is about to begin; its directory need not exist yet. */
  static RunLock hold(Path runDirectory) throws IOException {
    Path file = fileOf(runDirectory);
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      channel.lock();
      return new RunLock(file, channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Whether some process is at work on the run, this one included. */
  static boolean isHeld(Path runDirectory) throws IOException {
    try (FileChannel channel = FileChannel.open(fileOf(runDirectory), StandardOpenOption.WRITE)) {
      return channel.tryLock() == null;
    } catch (NoSuchFileException e) {
      return false;
    } catch (OverlappingFileLockException heldInThisProcess) {
      return true;
    }
  }

  /** Removes the lock's file of a run whose process is gone. */
  static void deleteOf(Path runDirectory) throws IOException {
    Files.deleteIfExists(fileOf(runDirectory));
  }

  private static Path fileOf(Path runDirectory) {
    return runDirectory.resolveSibling("." + runDirectory.getFileName() + ENDING);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
    channel.close();
  }
}
