package io.genai.sessions.models.hub;

import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.ModelException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * Fetches one content into {@code <etag>.incomplete}, resuming what is there, and renames it once
 * its size and hash are right.
 */
final class BlobDownload {
  private static final int CHUNK = 1 << 16;
  private static final int STARTS = 2;

  private final HubConnection connection;
  private final Retries retries;
  private final Duration stallLimit;
  private final DownloadListener listener;

  BlobDownload(
      HubConnection connection, Retries retries, Duration stallLimit, DownloadListener listener) {
    this.connection = connection;
    this.retries = retries;
    this.stallLimit = stallLimit;
    this.listener = listener;
  }

  void fetch(HubFile file, RemoteFile remote, Path incomplete, Path blob) throws IOException {
    for (int start = 0; start < STARTS; start++) {
      requireSpace(file, remote, incomplete);
      retries.run(() -> fill(file, remote, incomplete));
      if (BlobHash.matches(incomplete, remote.etag())) {
        Files.move(incomplete, blob, StandardCopyOption.ATOMIC_MOVE);
        listener.finished(file);
        return;
      }
      Files.delete(incomplete);
    }
    throw new ModelException(
        Code.DATA,
        "%s: what came does not have the hash %s, %d times over. A proxy or mirror may be changing it; try another network or HF_ENDPOINT."
            .formatted(file, remote.etag(), STARTS));
  }

  private Void fill(HubFile file, RemoteFile remote, Path incomplete) throws TransientFailure {
    long present = sizeOf(incomplete);
    if (present > remote.size()) {
      discard(incomplete);
      present = 0;
    }
    if (present == remote.size() && Files.exists(incomplete)) {
      return null;
    }
    HttpResponse<InputStream> response = connection.open(file, present);
    long from = response.statusCode() == 206 ? present : 0;
    listener.started(file, remote.size(), from);
    long came = 0;
    try (InputStream body = response.body();
        StallGuard guard = new StallGuard(body, stallLimit);
        OutputStream out = open(incomplete, from)) {
      byte[] chunk = new byte[CHUNK];
      for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
        guard.alive();
        write(out, chunk, read, incomplete);
        came += read;
        listener.received(file, read);
      }
    } catch (IOException e) {
      throw cut(file, remote, from + came, came > 0, e);
    }
    if (from + came != remote.size()) {
      throw cut(file, remote, from + came, came > 0, null);
    }
    return null;
  }

  private static TransientFailure cut(
      HubFile file, RemoteFile remote, long present, boolean progressed, IOException cause) {
    return TransientFailure.connection(
        "%s: the connection broke at byte %,d of %,d".formatted(file, present, remote.size()),
        progressed,
        cause);
  }

  private static OutputStream open(Path incomplete, long from) {
    try {
      Files.createDirectories(incomplete.getParent());
      return from > 0
          ? Files.newOutputStream(incomplete, StandardOpenOption.APPEND)
          : Files.newOutputStream(incomplete);
    } catch (IOException e) {
      throw unwritable(incomplete, e);
    }
  }

  private static void write(OutputStream out, byte[] chunk, int length, Path incomplete) {
    try {
      out.write(chunk, 0, length);
    } catch (IOException e) {
      throw unwritable(incomplete, e);
    }
  }

  private static void requireSpace(HubFile file, RemoteFile remote, Path incomplete)
      throws IOException {
    Files.createDirectories(incomplete.getParent());
    long needed = remote.size() - Math.min(remote.size(), sizeOf(incomplete));
    long free = Files.getFileStore(incomplete.getParent()).getUsableSpace();
    if (free < needed) {
      throw new ModelException(
          Code.RESOURCE,
          "%s needs %,d bytes more, but %s has %,d free. Free some, or set HF_HOME to a larger disk."
              .formatted(file, needed, incomplete.getParent(), free));
    }
  }

  private static ModelException unwritable(Path incomplete, IOException cause) {
    return new ModelException(
        Code.RESOURCE,
        "%s cannot be written: %s. Free disk space there, or set HF_HOME to another disk; what has come is kept."
            .formatted(incomplete, cause.getMessage()),
        cause);
  }

  private static long sizeOf(Path incomplete) {
    try {
      return Files.exists(incomplete) ? Files.size(incomplete) : 0;
    } catch (IOException e) {
      throw unwritable(incomplete, e);
    }
  }

  private static void discard(Path incomplete) {
    try {
      Files.delete(incomplete);
    } catch (IOException e) {
      throw unwritable(incomplete, e);
    }
  }
}
