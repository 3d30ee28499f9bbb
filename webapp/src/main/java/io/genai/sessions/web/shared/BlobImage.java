package io.genai.sessions.web.shared;

import com.vaadin.flow.component.html.Image;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** An image of the blob store; where there is none, the server draws a placeholder. */
public final class BlobImage extends Image {
  private static final String NO_KEY = "none";

  /**
   * @param key blob key, if the prompt has an image
   * @param description what readers hear in its place
   */
  public BlobImage(Optional<String> key, String description) {
    super(address(key), description);
    getElement().setAttribute("loading", "lazy");
    getElement().setAttribute("decoding", "async");
  }

  private static String address(Optional<String> key) {
    // Slashes stay: they are part of the path.
    return "blob/"
        + URLEncoder.encode(key.orElse(NO_KEY), StandardCharsets.UTF_8)
            .replace("%2F", "/")
            .replace("+", "%20");
  }
}
