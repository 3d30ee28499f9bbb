package io.genai.sessions.models.clip;

import io.genai.sessions.models.InferenceThreads;
import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.ModelException.Code;
import io.genai.sessions.models.runtime.OnnxSessions;
import io.genai.sessions.models.runtime.SharedModels;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The CLIP model that needs no download: a small dual encoder, trained on renderings of the
 * embedded sample by {@code TrainSampleClip} in the pipeline's tests. It has the files, the tensors
 * and the dimensions of CLIP ViT-B/32, and none of its knowledge of the world: see {@link #NOTE}.
 */
public final class EmbeddedClip {
  /** The id that goes beside every vector and score. */
  public static final String ID = "sample-clip-v1";

  /** What a run says that uses this model on anything but the embedded sample. */
  public static final String NOTE =
      ID
          + " was trained on renderings of the embedded sample only: on other images its vectors"
          + " and scores mean little. Fetch a real CLIP model for those.";

  private static final SharedModels<InferenceThreads, OnnxClipModel> SHARED =
      new SharedModels<>(EmbeddedClip::load);

  private EmbeddedClip() {}

  /**
   * Opens the model on {@link InferenceThreads#allCores()}, shared as {@link
   * #shared(InferenceThreads)} does.
   */
  public static ClipModel shared() {
    return shared(InferenceThreads.allCores());
  }

  /**
   * Opens the model. All callers of this JVM with as many threads share one instance: closing gives
   * back the caller's share, and the last one frees the weights.
   */
  public static ClipModel shared(InferenceThreads threads) {
    return new SharedClipModel(SHARED.acquire(threads));
  }

  private static OnnxClipModel load(InferenceThreads threads) {
    return OnnxClipModel.load(
        ID,
        () -> OnnxSessions.open(ID, resource("vision_model.onnx"), 1),
        () -> OnnxSessions.open(ID, resource("text_model.onnx"), 1),
        EmbeddedClip::tokenizer,
        threads);
  }

  private static ClipTokenizer tokenizer(long[] inputShape) {
    try (InputStream json = new ByteArrayInputStream(resource("tokenizer.json"))) {
      return ClipTokenizer.open(json, inputShape);
    } catch (IOException e) {
      throw new ModelException(Code.INTERNAL, "The embedded tokenizer cannot be read", e);
    }
  }

  private static byte[] resource(String name) {
    try (InputStream stream = EmbeddedClip.class.getResourceAsStream("sample-clip/" + name)) {
      if (stream == null) {
        throw new ModelException(
            Code.INTERNAL, "The resource sample-clip/%s is missing".formatted(name));
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new ModelException(
          Code.INTERNAL, "The resource sample-clip/%s cannot be read".formatted(name), e);
    }
  }
}
