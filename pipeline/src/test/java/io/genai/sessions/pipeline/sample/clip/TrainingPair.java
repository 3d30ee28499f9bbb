package io.genai.sessions.pipeline.sample.clip;

/**
 * A prompt and what the image tower sees of its picture.
 *
 * @param idea what re-tries of a prompt share: two pairs of one idea are no strangers
 * @param features of {@link ImageFeatures}
 */
record TrainingPair(String idea, String text, float[] features) {}
