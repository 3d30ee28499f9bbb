package io.genai.sessions.web.images;

import io.genai.sessions.web.data.WarehouseSettings;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the images lie: a directory, or a bucket. */
@Configuration(proxyBeanMethods = false)
class ImageBlobsConfiguration {

  @Bean
  ImageBlobs imageBlobs(WarehouseSettings settings) {
    return settings.blobs().startsWith(BlobBucket.SCHEME)
        ? BlobBucket.open(settings.blobs())
        : new BlobDirectory(Path.of(settings.blobs()));
  }
}
