/** Fetches subsets of DiffusionDB from its hub. */
package io.genai.sessions.pipeline.download;
