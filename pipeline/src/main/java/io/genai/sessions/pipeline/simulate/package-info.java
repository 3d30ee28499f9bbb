/**
 * The telemetry that DiffusionDB lacks: tiers, statuses, latency, retries, cost, model versions,
 * and, where the input has none, users and times. {@link
 * io.genai.sessions.pipeline.simulate.SimulateTelemetry} is the step; the rules stand in {@code
 * docs/simulation.md}.
 */
package io.genai.sessions.pipeline.simulate;
