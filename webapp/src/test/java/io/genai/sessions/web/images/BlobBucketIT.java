package io.genai.sessions.web.images;

import static org.assertj.core.api.Assertions.assertThat;

import io.genai.sessions.web.RunningApp;
import io.genai.sessions.web.SmallWarehouse;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Images out of a bucket: {@code -Ps3}. */
@Tag("s3")
class BlobBucketIT {
  private static final byte[] PICTURE = {1, 2, 3, 4, 5};

  @TempDir private static Path temporary;
  private static S3Server server;
  private static Map<String, String> settings;

  @BeforeAll
  static void start() throws Exception {
    server = S3Server.start(temporary.resolve("server"));
    settings =
        Map.of(
            "aws.endpointUrl",
            server.url(),
            "aws.region",
            "eu-central-1",
            "aws.accessKeyId",
            S3Server.ACCESS_KEY,
            "aws.secretAccessKey",
            S3Server.SECRET_KEY);
    settings.forEach(System::setProperty);
    put("blob/images/a.png");
    put("secret.png");
    put("blob/notes.txt");
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      settings.keySet().forEach(System::clearProperty);
      server.close();
    }
  }

  private static void put(String key) {
    try (S3Client client =
        S3Client.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .forcePathStyle(true)
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .build()) {
      client.putObject(
          request -> request.bucket(S3Server.BUCKET).key(key), RequestBody.fromBytes(PICTURE));
    }
  }

  @Test
  void aKeyLeadsToItsImage() throws Exception {
    try (BlobBucket blobs = BlobBucket.open("s3://analyzer/blob/")) {
      FoundImage image = blobs.find("images/a.png").orElseThrow();

      assertThat(image.content().contentLength()).isEqualTo(PICTURE.length);
      assertThat(image.content().getFilename()).isEqualTo("a.png");
      try (InputStream in = image.content().getInputStream()) {
        assertThat(in.readAllBytes()).isEqualTo(PICTURE);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret.png",
        "images/../../secret.png",
        "/secret.png",
        "..\\secret.png",
        "notes.txt",
        "images/missing.png",
        "images/a.png\0.png",
        ""
      })
  void nothingElseIsFound(String key) {
    try (BlobBucket blobs = BlobBucket.open("s3://analyzer/blob")) {
      assertThat(blobs.find(key)).isEmpty();
    }
  }

  @Test
  void aBucketThatCannotBeReadShowsNoImage() {
    try (BlobBucket blobs = BlobBucket.open("s3://elsewhere")) {
      assertThat(blobs.find("images/a.png")).isEmpty();
    }
  }

  @Test
  void theAppShowsWhatTheBucketHolds() throws Exception {
    SmallWarehouse small = SmallWarehouse.shared();
    try (RunningApp app = RunningApp.over(small.file(), "s3://analyzer/blob")) {
      HttpResponse<byte[]> image = get(app, "blob/images/a.png");
      String tag = image.headers().firstValue("ETag").orElseThrow();

      assertThat(image.body()).isEqualTo(PICTURE);
      assertThat(image.headers().firstValue("Content-Type")).contains("image/png");
      assertThat(get(app, "blob/images/a.png", "If-None-Match", tag).statusCode()).isEqualTo(304);
      assertThat(get(app, "blob/images/missing.png").headers().firstValue("Content-Type"))
          .contains("image/svg+xml");
    }
  }

  private static HttpResponse<byte[]> get(RunningApp app, String path, String... headers)
      throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(app.url() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }
}
