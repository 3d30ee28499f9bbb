package io.genai.sessions.web.images;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Serves images by blob key, and a drawn placeholder where a key leads to none. */
@RestController
final class ImageController {
  // A key names one content for good: the pipeline never writes another image under it.
  private static final CacheControl LONG =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
  private static final CacheControl SHORT = CacheControl.maxAge(Duration.ofMinutes(1));
  private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");
  private static final String PLACEHOLDER =
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256" role="img" aria-label="No image">
        <rect width="256" height="256" fill="#8f97ab" fill-opacity=".18"/>
        <g fill="none" stroke="#8f97ab" stroke-width="6" stroke-linejoin="round">
          <rect x="72" y="80" width="112" height="96" rx="10"/>
          <circle cx="106" cy="112" r="10"/>
          <path d="M76 166l36-34 22 20 20-18 26 26"/>
        </g>
      </svg>
      """;

  private final ImageBlobs blobs;

  ImageController(ImageBlobs blobs) {
    this.blobs = blobs;
  }

  @GetMapping("/blob/{*key}")
  ResponseEntity<?> image(@PathVariable String key, WebRequest request) {
    return blobs
        .find(key.substring(1))
        .<ResponseEntity<?>>map(image -> send(image, request))
        .orElseGet(
            () ->
                ResponseEntity.ok()
                    .cacheControl(SHORT)
                    .contentType(SVG)
                    .body(PLACEHOLDER.getBytes(StandardCharsets.UTF_8)));
  }

  private static ResponseEntity<?> send(FoundImage image, WebRequest request) {
    String tag = image.entityTag();
    if (request.checkNotModified(tag)) {
      return ResponseEntity.status(304).cacheControl(LONG).eTag(tag).build();
    }
    Resource content = image.content();
    return ResponseEntity.ok()
        .cacheControl(LONG)
        .eTag(tag)
        .header("X-Content-Type-Options", "nosniff")
        .contentType(
            MediaTypeFactory.getMediaType(content).orElse(MediaType.APPLICATION_OCTET_STREAM))
        .body(content);
  }
}
