/** DiffusionDB's part archives, zipped or unpacked, on any of Beam's file systems. */
package io.genai.sessions.pipeline.parts;
