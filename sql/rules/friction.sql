-- Friction of a set of generations, 0 (none) to the sum of the weights: errors, slowness, retries.
-- Rates are 0..1, the latency is an average in milliseconds. WarehouseRules.frictionScore is its
-- twin in Java; a property test holds the two together.
CREATE MACRO friction_score(error_rate, average_latency_ms, retry_rate) AS
    friction_error_weight() * error_rate
    + friction_latency_weight() * least(1.0, average_latency_ms / friction_latency_ceiling_ms())
    + friction_retry_weight() * retry_rate;
