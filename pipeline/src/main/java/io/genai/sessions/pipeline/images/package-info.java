/** Stores the input's images, and thumbnails of them, in the blob store. */
package io.genai.sessions.pipeline.images;
