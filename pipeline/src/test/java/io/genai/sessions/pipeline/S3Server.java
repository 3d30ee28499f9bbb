package io.genai.sessions.pipeline;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A server that speaks S3 (s3proxy) on this machine, in a process of its own. */
final class S3Server implements AutoCloseable {
  static final String BUCKET = "analyzer";
  static final String ACCESS_KEY = "somebody";
  static final String SECRET_KEY = "secret";

  private final Path directory;
  private final Process process;
  private final URI endpoint;

  private S3Server(Path directory, Process process, URI endpoint) {
    this.directory = directory;
    this.process = process;
    this.endpoint = endpoint;
  }

  /** Starts a server with one empty bucket, its objects below {@code directory}. */
  static S3Server start(Path directory) throws Exception {
    Files.createDirectories(directory.resolve("objects").resolve(BUCKET));
    URI endpoint = URI.create("http://127.0.0.1:" + freePort());
    Path settings =
        Files.writeString(
            directory.resolve("s3proxy.conf"),
            """
            s3proxy.endpoint=%s
            s3proxy.authorization=aws-v2-or-v4
            s3proxy.identity=%s
            s3proxy.credential=%s
            s3proxy.ignore-unknown-headers=true
            jclouds.provider=filesystem-nio2
            jclouds.identity=unused
            jclouds.credential=unused
            jclouds.filesystem.basedir=%s
            """
                .formatted(endpoint, ACCESS_KEY, SECRET_KEY, directory.resolve("objects")));
    Path logging =
        Files.writeString(
            directory.resolve("logback.xml"),
            """
            <configuration>
              <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
                <encoder><pattern>%level %logger: %msg%n</pattern></encoder>
              </appender>
              <root level="warn"><appender-ref ref="out"/></root>
            </configuration>
            """);
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Dlogback.configurationFile=" + logging,
                "org.gaul.s3proxy.Main",
                "--properties",
                settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("log").toFile());
    builder.environment().put("CLASSPATH", classPath());
    S3Server server = new S3Server(directory, builder.start(), endpoint);
    server.waitUntilItAnswers();
    return server;
  }

  /** The options that lead to this server; who asks is for the provider chain to say. */
  String[] arguments() {
    return new String[] {"--endpoint=" + endpoint, "--awsRegion=eu-central-1"};
  }

  /** The file that holds an object. */
  Path object(String key) {
    return directory.resolve("objects").resolve(BUCKET).resolve(key);
  }

  /** The server sends what it prints to its own logger, which must not print it again. */
  private static String classPath() {
    return Stream.of(
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(File.pathSeparator, -1))
        .filter(entry -> !entry.contains("slf4j-simple"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private void waitUntilItAnswers() throws Exception {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (!answers()) {
      if (process.waitFor(100, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "The server does not come up:\n" + Files.readString(directory.resolve("log")));
      }
    }
  }

  private boolean answers() throws InterruptedException {
    try {
      return HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(endpoint).build(), HttpResponse.BodyHandlers.discarding())
              .statusCode()
          > 0;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
