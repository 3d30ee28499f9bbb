package io.genai.sessions.web;

import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole app on a free port. */
public final class RunningApp implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  private RunningApp(ConfigurableApplicationContext context) {
    this.context = context;
  }

  public static RunningApp over(Path warehouse, Path blobs) {
    return over(warehouse, blobs.toString());
  }

  /** The same with the images wherever {@code --blobs} may say that they lie. */
  public static RunningApp over(Path warehouse, String blobs) {
    return new RunningApp(
        SpringApplication.run(
            WebApplication.class,
            "--server.port=0",
            "--warehouse=" + warehouse,
            "--blobs=" + blobs));
  }

  public String url() {
    int port = ((WebServerApplicationContext) context).getWebServer().getPort();
    return "http://127.0.0.1:" + port + "/";
  }

  @Override
  public void close() {
    context.close();
  }
}
