package io.genai.sessions.models.clip;

import io.genai.sessions.models.InferenceThreads;
import io.genai.sessions.models.runtime.SharedModels;
import java.awt.image.BufferedImage;
import java.util.List;

/** One caller's share of a model. */
record SharedClipModel(SharedModels.Lease<OnnxClipModel> lease) implements ClipModel {
  static final SharedModels<Key, OnnxClipModel> MODELS =
      new SharedModels<>(key -> OnnxClipModel.load(key.id(), key.files(), key.threads()));

  record Key(String id, ClipFiles files, InferenceThreads threads) {}

  @Override
  public String id() {
    return lease.model().id();
  }

  @Override
  public int dimensions() {
    return lease.model().dimensions();
  }

  @Override
  public List<float[]> embedImages(List<BufferedImage> images) {
    return lease.model().embedImages(images);
  }

  @Override
  public List<float[]> embedTexts(List<String> texts) {
    return lease.model().embedTexts(texts);
  }

  @Override
  public void close() {
    lease.close();
  }
}
