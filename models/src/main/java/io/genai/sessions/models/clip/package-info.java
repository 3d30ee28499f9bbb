/**
 * CLIP: images and texts as unit vectors of one space, so that a picture can be held against a
 * prompt.
 */
package io.genai.sessions.models.clip;
