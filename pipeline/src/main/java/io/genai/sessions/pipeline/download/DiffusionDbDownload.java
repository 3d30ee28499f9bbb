package io.genai.sessions.pipeline.download;

import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.hub.HubClient;
import io.genai.sessions.models.hub.HubFile;
import io.genai.sessions.models.hub.HubRepository;
import io.genai.sessions.models.hub.HubSettings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * A subset of DiffusionDB on disk, in the hub's own cache layout.
 *
 * @param parts zip files in the order of their numbers; none: the text alone
 * @param metadata the table of the whole edition
 */
public record DiffusionDbDownload(List<Path> parts, Path metadata) {
  private static final HubRepository REPOSITORY = HubRepository.dataset("poloclub/diffusiondb");
  private static final String REVISION = "main";

  /**
   * Fetches what is not there yet; what was cut off is resumed.
   *
   * @param settings which hub, and the folder to keep its files in
   * @param out is told of each file that is fetched
   * @throws ModelException where the hub or the disk fails; the message says what to do
   */
  public static DiffusionDbDownload of(
      DiffusionDbSubset subset, HubSettings settings, PrintStream out) {
    HubClient hub = new HubClient(settings, new DownloadLines(out));
    Path metadata = hub.fetch(file(subset.metadataFile()));
    List<Path> parts =
        subset.parts().stream().map(number -> hub.fetch(file(subset.partFile(number)))).toList();
    return new DiffusionDbDownload(parts, metadata);
  }

  private static HubFile file(String path) {
    return new HubFile(REPOSITORY, REVISION, path);
  }
}
