package io.genai.sessions.pipeline.parts;

import io.genai.sessions.pipeline.parquet.ExistingFile;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A zipped part, read by random access: only its directory and the entries asked for. */
final class ZipPart implements PartArchive {
  private final ZipFile zip;
  private final Map<String, ZipArchiveEntry> entries;

  private ZipPart(ZipFile zip, Map<String, ZipArchiveEntry> entries) {
    this.zip = zip;
    this.entries = entries;
  }

  static ZipPart open(PartFile part) throws IOException, DamagedInput {
    SeekableByteChannel channel =
        ExistingFile.open(FileSystems.matchNewResource(part.path(), /* isDirectory= */ false));
    try {
      ZipFile zip = ZipFile.builder().setSeekableByteChannel(channel).get();
      Map<String, ZipArchiveEntry> entries = new LinkedHashMap<>();
      zip.getEntries().asIterator().forEachRemaining(entry -> add(entry, entries));
      return new ZipPart(zip, entries);
    } catch (IOException | RuntimeException e) {
      try {
        channel.close();
      } catch (IOException suppressed) {
        e.addSuppressed(suppressed);
      }
      throw damageOrFailure("is not a whole zip archive", e);
    }
  }

  private static void add(ZipArchiveEntry entry, Map<String, ZipArchiveEntry> entries) {
    if (!entry.isDirectory() && !isDesktopClutter(entry.getName())) {
      entries.putIfAbsent(entry.getName(), entry);
    }
  }

  /** What macOS adds to every archive that it packs. */
  private static boolean isDesktopClutter(String name) {
    return name.startsWith("__MACOSX/") || name.endsWith(".DS_Store");
  }

  @Override
  public List<String> entries() {
    return new ArrayList<>(entries.keySet());
  }

  @Override
  public byte[] read(String entry) throws IOException, DamagedInput {
    ZipArchiveEntry found = entries.get(entry);
    byte[] content;
    try (InputStream in = zip.getInputStream(found)) {
      content = in.readNBytes(MAXIMUM_ENTRY_BYTES + 1);
    } catch (IOException | RuntimeException e) {
      throw damageOrFailure("cannot be unpacked", e);
    }
    if (content.length > MAXIMUM_ENTRY_BYTES) {
      throw new DamagedInput("unpacks to more than " + MAXIMUM_ENTRY_BYTES + " bytes");
    }
    CRC32 checksum = new CRC32();
    checksum.update(content);
    if (checksum.getValue() != found.getCrc()) {
      throw new DamagedInput("does not match its checksum in the archive");
    }
    return content;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** Damage is returned to be thrown; what looks like a failing disk or network is thrown as is. */
  private static DamagedInput damageOrFailure(String reason, Exception e) throws IOException {
    boolean damage =
        e instanceof ZipException || e instanceof EOFException || e instanceof RuntimeException;
    if (!damage
        && e instanceof IOException failure
        && !failure.getClass().equals(IOException.class)) {
      throw failure;
    }
    return new DamagedInput(reason, e);
  }
}
