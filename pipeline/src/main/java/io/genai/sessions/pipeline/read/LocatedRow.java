package io.genai.sessions.pipeline.read;

import io.genai.sessions.pipeline.parts.ImageLocation;
import java.util.Optional;

/**
 * A row as it was read.
 *
 * @param row without a stored image
 * @param image where its image lies in the input, if the input has it
 */
public record LocatedRow(SourceRow row, Optional<ImageLocation> image) {}
