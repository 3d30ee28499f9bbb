package io.genai.sessions.warehouse.guard;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.genai.sessions.warehouse.WarehouseException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;

/**
 * How a query process is started: this JVM's java, with no more on its class path than it needs.
 * The class path is asked of the classes themselves, because {@code java.class.path} is Maven's
 * under exec:java, and one jar of jars under {@code java -jar}.
 */
final class ChildCommand {
  private static final String BOOT_LAUNCHER =
      "org.springframework.boot.loader.launch.PropertiesLauncher";

  private ChildCommand() {}

  static List<String> of(Path warehouse, QueryLimits limits) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx192m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile="
                + Path.of(System.getProperty("java.io.tmpdir"), "query-process-%p.log")));
    Set<String> places = new LinkedHashSet<>();
    Stream.of(
            QueryProcessMain.class,
            DuckDBDriver.class,
            ObjectMapper.class,
            JsonFactory.class,
            JsonProperty.class)
        .map(ChildCommand::place)
        .forEach(places::add);
    String nested = places.stream().filter(p -> p.contains("!")).findFirst().orElse("");
    if (nested.isEmpty()) {
      command.addAll(List.of("-cp", String.join(java.io.File.pathSeparator, places)));
      command.add(QueryProcessMain.class.getName());
    } else {
      String outerJar = nested.substring(0, nested.indexOf('!'));
      command.addAll(
          List.of(
              "-cp", outerJar, "-Dloader.main=" + QueryProcessMain.class.getName(), BOOT_LAUNCHER));
    }
    command.addAll(
        List.of(
            warehouse.toAbsolutePath().toString(),
            Long.toString(limits.memoryBytes() / 3 * 2),
            Integer.toString(limits.rows()),
            Long.toString(limits.resultBytes())));
    return command;
  }

  /** A directory or jar; {@code outer.jar!inner.jar} for a jar within a jar. */
  private static String place(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null) {
      throw new WarehouseException(
          WarehouseException.Code.INTERNAL, "cannot tell where " + type.getName() + " came from");
    }
    URL url = source.getLocation();
    try {
      if (url.getProtocol().equals("file")) {
        return Path.of(url.toURI()).toString();
      }
      // jar:nested:/app.jar/!BOOT-INF/lib/x.jar!/ (Spring Boot 3.2 and later)
      String inner = url.toString().replaceFirst("^(jar:)?(nested:|file:)", "");
      return inner.replace("/!", "!").replaceFirst("!/?$", "");
    } catch (URISyntaxException e) {
      throw new WarehouseException(
          WarehouseException.Code.INTERNAL, "not a place on disk: " + url, e);
    }
  }
}
