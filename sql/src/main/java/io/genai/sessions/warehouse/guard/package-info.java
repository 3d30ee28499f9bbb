/**
 * Runs SQL that a person or a model wrote. {@link io.genai.sessions.warehouse.guard.GuardedQueries}
 * lets through exactly one read-only SELECT over the warehouse's own tables, in a process of its
 * own whose time, memory and result are watched.
 */
package io.genai.sessions.warehouse.guard;
