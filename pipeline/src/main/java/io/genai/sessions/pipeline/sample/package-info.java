/**
 * The embedded sample: prompts in DiffusionDB's manner and pictures that show what they say, made
 * from nothing but a seed and written in DiffusionDB 2M's own layout.
 */
package io.genai.sessions.pipeline.sample;
