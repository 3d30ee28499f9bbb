package io.genai.sessions.web.images;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.AbstractResource;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A blob store in a bucket of S3, or of a server that speaks as it does. Address, region and
 * credentials come from where AWS's tools look: {@code AWS_ENDPOINT_URL}, {@code AWS_REGION}, the
 * default chain of credentials.
 */
final class BlobBucket implements ImageBlobs, AutoCloseable {
  /** How such a place begins. */
  static final String SCHEME = "s3://";

  private static final Logger LOG = LoggerFactory.getLogger(BlobBucket.class);
  private static final int NOT_FOUND = 404;

  private final S3Client client;
  private final String bucket;
  private final String prefix;

  private BlobBucket(S3Client client, String bucket, String prefix) {
    this.client = client;
    this.bucket = bucket;
    this.prefix = prefix;
  }

  /**
   * The store below {@code root}.
   *
   * @param root bucket and prefix, as in {@code s3://bucket/blob}
   */
  static BlobBucket open(String root) {
    String[] names = root.substring(SCHEME.length()).split("/", 2);
    String prefix = names.length == 1 ? "" : names[1].replaceFirst("/*$", "/");
    return new BlobBucket(
        S3Client.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            // Servers that speak like S3 seldom have a host name for each bucket, or know the
            // checksums that AWS added of late.
            .forcePathStyle(true)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .build(),
        names[0],
        prefix.equals("/") ? "" : prefix);
  }

  @Override
  public Optional<FoundImage> find(String key) {
    if (!ImageBlobs.namesAnImage(key) || leavesTheRoot(key)) {
      return Optional.empty();
    }
    String object = prefix + key;
    try {
      HeadObjectResponse head = client.headObject(request -> request.bucket(bucket).key(object));
      return Optional.of(new FoundImage(head.eTag(), new Content(object, head.contentLength())));
    } catch (SdkException e) {
      if (!(e instanceof S3Exception answer && answer.statusCode() == NOT_FOUND)) {
        LOG.warn("The image {}{}/{} cannot be read: {}", SCHEME, bucket, object, e.getMessage());
      }
      return Optional.empty();
    }
  }

  /** A server may keep its objects as files, so keys are held to what is a path below the root. */
  private static boolean leavesTheRoot(String key) {
    return key.indexOf('\\') >= 0
        || key.indexOf('\0') >= 0
        || Stream.of(key.split("/", -1))
            .anyMatch(name -> name.isEmpty() || name.equals(".") || name.equals(".."));
  }

  @Override
  public void close() {
    client.close();
  }

  private final class Content extends AbstractResource {
    private final String object;
    private final long length;

    private Content(String object, long length) {
      this.object = object;
      this.length = length;
    }

    @Override
    public InputStream getInputStream() throws IOException {
      try {
        return client.getObject(request -> request.bucket(bucket).key(object));
      } catch (SdkException e) {
        throw new IOException("Cannot read " + getDescription(), e);
      }
    }

    @Override
    public boolean exists() {
      return true;
    }

    @Override
    public long contentLength() {
      return length;
    }

    @Override
    public String getFilename() {
      return object.substring(object.lastIndexOf('/') + 1);
    }

    @Override
    public String getDescription() {
      return SCHEME + bucket + "/" + object;
    }
  }
}
