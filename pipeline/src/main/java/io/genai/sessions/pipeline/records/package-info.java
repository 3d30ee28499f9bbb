/**
 * What every step shares: the coder of Java records, and the record that could not be processed.
 */
package io.genai.sessions.pipeline.records;
