package io.genai.sessions.pipeline.parts;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;

/** A part that was unpacked to a directory. */
final class FolderPart implements PartArchive {
  private final Map<String, ResourceId> files;

  private FolderPart(Map<String, ResourceId> files) {
    this.files = files;
  }

  static FolderPart open(PartFile part) throws IOException {
    Map<String, ResourceId> files = new LinkedHashMap<>();
    for (ResourceId file : FileListing.of(part.path(), 1).files()) {
      files.put(file.getFilename(), file);
    }
    files.remove(".DS_Store");
    return new FolderPart(files);
  }

  @Override
  public List<String> entries() {
    return new ArrayList<>(files.keySet());
  }

  @Override
  public byte[] read(String entry) throws IOException, DamagedInput {
    ResourceId file = files.get(entry);
    if (file == null) {
      throw new FileNotFoundException(entry + " is gone from the directory");
    }
    try (InputStream in = Channels.newInputStream(FileSystems.open(file))) {
      byte[] content = in.readNBytes(MAXIMUM_ENTRY_BYTES + 1);
      if (content.length > MAXIMUM_ENTRY_BYTES) {
        throw new DamagedInput("is larger than " + MAXIMUM_ENTRY_BYTES + " bytes");
      }
      return content;
    }
  }

  @Override
  public void close() {}
}
