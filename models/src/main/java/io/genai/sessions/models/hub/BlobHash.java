package io.genai.sessions.models.hub;

import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.ModelException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Whether a file is what its entity tag says. */
final class BlobHash {
  private static final int CHUNK = 1 << 20;

  private BlobHash() {}

  /**
   * Compares a file with an entity tag of the hub: 64 digits are the file's SHA-256, 40 are git's
   * SHA-1 of it. Other tags, as some mirrors give, name nothing that could be checked, and match.
   */
  static boolean matches(Path file, String etag) throws IOException {
    if (etag.matches("[0-9a-f]{64}")) {
      return hash(file, "SHA-256", "").equals(etag);
    }
    if (etag.matches("[0-9a-f]{40}")) {
      // Git hashes a header before the content (git-hash-object).
      return hash(file, "SHA-1", "blob " + Files.size(file) + "\0").equals(etag);
    }
    return true;
  }

  private static String hash(Path file, String algorithm, String header) throws IOException {
    MessageDigest digest = digest(algorithm);
    digest.update(header.getBytes(StandardCharsets.US_ASCII));
    byte[] chunk = new byte[CHUNK];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        digest.update(chunk, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new ModelException(Code.INTERNAL, "This Java lacks " + algorithm, e);
    }
  }
}
