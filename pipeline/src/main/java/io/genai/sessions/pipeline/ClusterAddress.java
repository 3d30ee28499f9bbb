package io.genai.sessions.pipeline;

import io.genai.sessions.pipeline.PipelineFailure.Code;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a cluster takes jobs. An engine's own client tries an address that nobody answers at for
 * minutes; this asks once, before any work is done.
 *
 * @param option the option that named it
 * @param hosts {@code host:port}; one of them has to answer
 */
record ClusterAddress(String option, List<String> hosts) {
  static final String FLINK = "--flinkMaster";
  static final String SPARK = "--sparkMaster";

  private static final int FLINK_PORT = 8081;
  private static final int SPARK_PORT = 7077;
  private static final int MILLIS_TO_ANSWER = 10_000;

  /** The address in {@code --flinkMaster}; empty: {@code [local]} or {@code [auto]}. */
  static Optional<ClusterAddress> ofFlink(String master) {
    return master.startsWith("[")
        ? Optional.empty()
        : Optional.of(
            new ClusterAddress(
                FLINK, List.of(withPort(master.replaceFirst("^https?://", ""), FLINK_PORT))));
  }

  /** The addresses in {@code --sparkMaster}; empty: {@code local[…]}, YARN or Kubernetes. */
  static Optional<ClusterAddress> ofSpark(String master) {
    return master.startsWith("spark://")
        ? Optional.of(
            new ClusterAddress(
                SPARK,
                Stream.of(master.substring("spark://".length()).split(",", -1))
                    .map(host -> withPort(host, SPARK_PORT))
                    .toList()))
        : Optional.empty();
  }

  private static String withPort(String host, int port) {
    String name = host.replaceFirst("/.*$", "");
    return name.matches(".*:\\d+") ? name : name + ":" + port;
  }

  /**
   * Looks whether somebody answers.
   *
   * @throws PipelineFailure (RESOURCE) where nobody does
   */
  void requireAnswer() {
    List<String> silent = new ArrayList<>();
    for (String host : hosts) {
      int colon = host.lastIndexOf(':');
      try (Socket socket = new Socket()) {
        socket.connect(
            new InetSocketAddress(
                host.substring(0, colon), Integer.parseInt(host.substring(colon + 1))),
            MILLIS_TO_ANSWER);
        return;
      } catch (IOException | IllegalArgumentException e) {
        silent.add("%s (%s)".formatted(host, e.getMessage()));
      }
    }
    throw new PipelineFailure(
        Code.RESOURCE,
        "The cluster of %s cannot be reached: %s. Check that it runs and that its port is open from here; without %s the job runs in this process."
            .formatted(option, String.join(", ", silent), option));
  }
}
