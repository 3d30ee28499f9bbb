package io.genai.sessions.pipeline;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Flink session cluster on this machine: one JobManager and some workers, each a process of its
 * own that knows Flink but neither Beam nor the job.
 */
final class FlinkCluster implements AutoCloseable {
  private static final String JOB_MANAGER =
      "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint";
  private static final String WORKER = "org.apache.flink.runtime.taskexecutor.TaskManagerRunner";

  private final Path directory;
  private final int port;
  private final List<Process> processes = new ArrayList<>();

  private FlinkCluster(Path directory, int port) {
    this.directory = directory;
    this.port = port;
  }

  /**
   * Starts a cluster with its settings and logs in {@code directory}, and waits for its workers.
   */
  static FlinkCluster start(Path directory, int workers) throws IOException {
    FlinkCluster cluster = new FlinkCluster(Files.createDirectories(directory), freePort());
    Files.writeString(directory.resolve("config.yaml"), cluster.settings());
    cluster.startProcess(JOB_MANAGER, 0, "-Xmx384m");
    for (int worker = 1; worker <= workers; worker++) {
      cluster.startProcess(WORKER, worker, "-Xmx640m");
    }
    cluster.waitUntil(() -> cluster.overview().contains("\"taskmanagers\":" + workers));
    return cluster;
  }

  /** The options that send a job here. */
  String[] arguments() {
    return new String[] {
      "--runner=FlinkRunner", "--flinkMaster=127.0.0.1:" + port, "--parallelism=2"
    };
  }

  /** Kills the first worker (SIGKILL) when the job has come so far. */
  void killAWorkerOnce(BooleanSupplier moment) {
    waitUntil(moment);
    processes.get(1).destroyForcibly();
  }

  /** What the JobManager tells. */
  String log() throws IOException {
    return Files.readString(directory.resolve("process-0.log"));
  }

  private String settings() throws IOException {
    return """
        jobmanager.rpc.address: 127.0.0.1
        jobmanager.rpc.port: %d
        jobmanager.bind-host: 127.0.0.1
        rest.address: 127.0.0.1
        rest.bind-address: 127.0.0.1
        rest.port: %d
        taskmanager.host: 127.0.0.1
        taskmanager.bind-host: 127.0.0.1
        taskmanager.numberOfTaskSlots: 2
        cluster.evenly-spread-out-slots: true
        taskmanager.cpu.cores: 1
        taskmanager.memory.framework.heap.size: 128m
        taskmanager.memory.task.heap.size: 512m
        taskmanager.memory.framework.off-heap.size: 128m
        taskmanager.memory.task.off-heap.size: 512m
        taskmanager.memory.network.min: 256m
        taskmanager.memory.network.max: 256m
        taskmanager.memory.managed.size: 64m
        taskmanager.memory.jvm-metaspace.size: 256m
        taskmanager.memory.jvm-overhead.min: 192m
        taskmanager.memory.jvm-overhead.max: 192m
        restart-strategy.type: fixed-delay
        restart-strategy.fixed-delay.attempts: 3
        restart-strategy.fixed-delay.delay: 1 s
        heartbeat.interval: 2000
        heartbeat.timeout: 20000
        io.tmp.dirs: %s
        """
        .formatted(freePort(), port, directory);
  }

  private void startProcess(String entryPoint, int number, String heap) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(heap);
    command.addAll(
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(argument -> argument.startsWith("--add-opens"))
            .toList());
    command.add("-Dorg.slf4j.simpleLogger.log.org.apache.flink.runtime.executiongraph=info");
    command.addAll(List.of(entryPoint, "--configDir", directory.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("process-%d.log".formatted(number)).toFile());
    builder.environment().put("CLASSPATH", classPath());
    processes.add(builder.start());
  }

  /** Flink and what it needs; the job brings its own. */
  private static String classPath() {
    return Stream.of(
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .filter(
            jar ->
                Stream.of("/org/apache/beam/", "/session-", "/models/", "/sql/")
                    .noneMatch(jar::contains))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private String overview() {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/overview".formatted(port)))
                  .build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException notYet) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void waitUntil(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
    while (!condition.getAsBoolean()) {
      try {
        boolean ended = processes.get(0).waitFor(100, TimeUnit.MILLISECONDS);
        if (ended || System.nanoTime() > deadline) {
          throw new IllegalStateException("Nothing comes of the cluster. Its log:\n" + log());
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    for (Process process : processes) {
      process.destroyForcibly().onExit().join();
    }
  }
}
