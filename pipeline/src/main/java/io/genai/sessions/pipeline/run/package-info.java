/** A run as a whole: its directory, what is shown while it goes on, and what is told afterwards. */
package io.genai.sessions.pipeline.run;
