/**
 * Finds, fetches and checks files of the Hugging Face hub, in the hub's own cache layout, so that
 * what other tools have fetched is used and what is fetched here serves them.
 *
 * <p>{@link io.genai.sessions.models.hub.ModelStore} is the way to the models of the catalogue,
 * {@link io.genai.sessions.models.hub.HubClient} the way to any other file.
 */
package io.genai.sessions.models.hub;
