package io.genai.sessions.models.hub;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one thread of one process at a time fetch a file; the others wait, then find it there. */
final class CacheLock implements AutoCloseable {
  /** A file lock holds between processes only; within this one these do. */
  private static final ConcurrentMap<Path, ReentrantLock> IN_THIS_PROCESS =
      new ConcurrentHashMap<>();

  private final ReentrantLock local;
  private final FileChannel channel;

  private CacheLock(ReentrantLock local, FileChannel channel) {
    this.local = local;
    this.channel = channel;
  }

  static CacheLock acquire(Path file) throws IOException {
    ReentrantLock local =
        IN_THIS_PROCESS.computeIfAbsent(file.toAbsolutePath(), path -> new ReentrantLock());
    local.lock();
    try {
      return new CacheLock(local, lockedChannel(file));
    } catch (IOException | RuntimeException e) {
      local.unlock();
      throw e;
    }
  }

  private static FileChannel lockedChannel(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      var unused = channel.lock();
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Closing the channel gives the file lock back; the file stays, as another may wait for it. */
  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      local.unlock();
    }
  }
}
