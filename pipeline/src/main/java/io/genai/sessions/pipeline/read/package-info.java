/**
 * Reads DiffusionDB in its own layouts: parts with images and prompts, and the metadata tables,
 * joined by image name, in an order that depends on nothing but the data.
 */
package io.genai.sessions.pipeline.read;
