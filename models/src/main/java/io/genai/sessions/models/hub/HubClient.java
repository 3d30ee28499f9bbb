package io.genai.sessions.models.hub;

import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.ModelException.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches files of the hub into its cache: resumed after a cut, checked by hash, safe with several
 * processes at once. Thread-safe.
 */
public final class HubClient {
  private static final Logger LOG = LoggerFactory.getLogger(HubClient.class);
  private static final Duration STALL_LIMIT = Duration.ofSeconds(60);

  private final HubSettings settings;
  private final HubCache cache;
  private final Retries retries;
  private final HubConnection connection;
  private final BlobDownload download;

  public HubClient(HubSettings settings, DownloadListener listener) {
    this(settings, listener, Retries.DEFAULT, STALL_LIMIT);
  }

  HubClient(HubSettings settings, DownloadListener listener, Retries retries, Duration stallLimit) {
    this.settings = settings;
    this.cache = new HubCache(settings.cache());
    this.retries = retries;
    this.connection = new HubConnection(settings);
    this.download = new BlobDownload(connection, retries, stallLimit, listener);
  }

  /** Returns a file that is in the cache already, without asking the hub. */
  public Optional<Path> find(HubFile file) {
    try {
      return cache.find(file);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /**
   * Returns a file, fetching it unless it is there. A branch or tag is asked for anew, and answered
   * from the cache where the hub cannot be reached; a pinned commit is asked for once.
   *
   * @return the file's name in its snapshot, beside the repository's other files
   * @throws ModelException USER where the hub refuses (401, 403, 404), RESOURCE for network or
   *     disk, DATA for a wrong hash; each says what to do
   */
  public Path fetch(HubFile file) {
    Optional<Path> present = find(file);
    if (present.isPresent() && (file.isPinned() || settings.offline())) {
      return present.get();
    }
    if (settings.offline()) {
      throw new ModelException(
          Code.USER,
          "%s is not in %s, and HF_HUB_OFFLINE is set: unset it to fetch the file, or copy the cache of a machine that has it."
              .formatted(file, settings.cache()));
    }
    RemoteFile remote;
    try {
      remote = retries.run(() -> connection.ask(file));
    } catch (ModelException e) {
      if (present.isPresent() && e.code() == Code.RESOURCE) {
        LOG.warn("Using the copy in {}: {}", settings.cache(), e.getMessage());
        return present.get();
      }
      throw e;
    }
    return fetch(file, remote);
  }

  private Path fetch(HubFile file, RemoteFile remote) {
    HubRepository repository = file.repository();
    Path blob = cache.blob(repository, remote.etag());
    try {
      CacheLock lock = CacheLock.acquire(cache.lock(repository, remote.etag()));
      try (lock) {
        if (!Files.isRegularFile(blob)) {
          download.fetch(file, remote, cache.incomplete(repository, remote.etag()), blob);
        }
        return cache.publish(file, remote);
      }
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** Tells whether a file that is there still has the hash that names its content. */
  public boolean isIntact(HubFile file) {
    try {
      Optional<Path> present = cache.find(file);
      return present.isPresent() && cache.isIntact(file, present.get());
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** Removes a damaged file and its content from the cache, so that it is fetched anew. */
  public void discard(HubFile file) {
    try {
      Optional<Path> present = cache.find(file);
      if (present.isPresent()) {
        cache.discard(file, present.get());
      }
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private ModelException unusable(IOException cause) {
    return new ModelException(
        Code.RESOURCE,
        "The cache %s cannot be used: %s. Check its permissions and space, or set HF_HOME."
            .formatted(settings.cache(), cause),
        cause);
  }
}
