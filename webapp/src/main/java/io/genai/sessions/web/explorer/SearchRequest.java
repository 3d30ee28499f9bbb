package io.genai.sessions.web.explorer;

import io.genai.sessions.web.data.Filters;
import java.util.Optional;

/**
 * What is looked for.
 *
 * @param leastAlignment lowest alignment score let through
 * @param mostAlignment highest alignment score let through
 * @param sensitiveShown whether prompts with NSFW intent and blurred images are let through
 */
record SearchRequest(
    Likeness likeness,
    Filters filters,
    Optional<Double> leastAlignment,
    Optional<Double> mostAlignment,
    boolean sensitiveShown) {}
