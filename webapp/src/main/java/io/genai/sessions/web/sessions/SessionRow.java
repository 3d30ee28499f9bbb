package io.genai.sessions.web.sessions;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * One session in the list.
 *
 * @param start first request, UTC
 * @param end last request, UTC
 * @param successRate 0..1
 * @param latencyMilliseconds mean of its requests
 * @param cost credits
 * @param friction 0..6
 * @param churned empty while its 7 days are not over
 */
record SessionRow(
    String id,
    String userId,
    String tier,
    String region,
    String device,
    LocalDateTime start,
    LocalDateTime end,
    long generations,
    double successRate,
    double latencyMilliseconds,
    double cost,
    double friction,
    Optional<Boolean> churned) {}
