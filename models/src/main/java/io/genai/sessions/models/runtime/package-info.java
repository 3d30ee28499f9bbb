/**
 * What every model of this room is built on: ONNX Runtime sessions, tokenizer files, native handles
 * and threads. For this room only; the other rooms use the models themselves.
 */
package io.genai.sessions.models.runtime;
