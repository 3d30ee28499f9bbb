package io.genai.sessions.web.images;

import org.springframework.core.io.Resource;

/**
 * An image of the blob store.
 *
 * @param entityTag in quotes; changes when the image does
 * @param content read when it is sent
 */
record FoundImage(String entityTag, Resource content) {}
