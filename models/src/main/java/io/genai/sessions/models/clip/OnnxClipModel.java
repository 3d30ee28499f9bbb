package io.genai.sessions.models.clip;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.genai.sessions.models.InferenceThreads;
import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.ModelException.Code;
import io.genai.sessions.models.runtime.Handles;
import io.genai.sessions.models.runtime.LoadedModel;
import io.genai.sessions.models.runtime.OnnxSessions;
import io.genai.sessions.models.runtime.Vectors;
import java.awt.image.BufferedImage;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** A CLIP model whose encoders are two ONNX graphs. */
final class OnnxClipModel implements ClipModel {
  private static final String PIXELS = "pixel_values";
  private static final String IMAGE_VECTOR = "image_embeds";
  private static final String TOKENS = "input_ids";
  private static final String MASK = "attention_mask";
  private static final String TEXT_VECTOR = "text_embeds";

  private final String id;
  private final OrtSession vision;
  private final OrtSession text;
  private final ClipTokenizer tokenizer;
  private final int dimensions;
  private final LoadedModel model;

  private OnnxClipModel(
      String id,
      OrtSession vision,
      OrtSession text,
      ClipTokenizer tokenizer,
      InferenceThreads threads) {
    this.id = id;
    this.vision = vision;
    this.text = text;
    this.tokenizer = tokenizer;
    require(vision, PIXELS, IMAGE_VECTOR);
    require(text, TOKENS, TEXT_VECTOR);
    this.dimensions = Math.toIntExact(lastDimension(vision, IMAGE_VECTOR));
    if (dimensions != lastDimension(text, TEXT_VECTOR) || dimensions < 1) {
      throw new ModelException(
          Code.DATA,
          "Model '%s': image vectors have %d dimensions, text vectors %d; they must be alike and fixed"
              .formatted(id, dimensions, lastDimension(text, TEXT_VECTOR)));
    }
    this.model = new LoadedModel(id, threads, List.of(vision, text, tokenizer));
  }

  static OnnxClipModel load(String id, ClipFiles files, InferenceThreads threads) {
    return load(
        id,
        () -> OnnxSessions.open(id, files.vision(), 1),
        () -> OnnxSessions.open(id, files.text(), 1),
        inputShape -> ClipTokenizer.open(files.tokenizer(), inputShape),
        threads);
  }

  /**
   * @param tokenizers opens the tokenizer for the shape of the text encoder's token ids
   */
  static OnnxClipModel load(
      String id,
      Supplier<OrtSession> visions,
      Supplier<OrtSession> texts,
      Function<long[], ClipTokenizer> tokenizers,
      InferenceThreads threads) {
    List<AutoCloseable> opened = new ArrayList<>();
    try {
      OrtSession vision = visions.get();
      opened.add(vision);
      OrtSession text = texts.get();
      opened.add(text);
      ClipTokenizer tokenizer = tokenizers.apply(OnnxSessions.inputShape(text, TOKENS));
      opened.add(tokenizer);
      return new OnnxClipModel(id, vision, text, tokenizer, threads);
    } catch (RuntimeException e) {
      opened.forEach(handle -> Handles.closeAfter(e, handle));
      throw e;
    }
  }

  private void require(OrtSession session, String input, String output) {
    if (!session.getInputNames().contains(input) || !session.getOutputNames().contains(output)) {
      throw new ModelException(
          Code.DATA,
          "Model '%s': a graph must lead from '%s' to '%s', but leads from %s to %s"
              .formatted(id, input, output, session.getInputNames(), session.getOutputNames()));
    }
  }

  private static long lastDimension(OrtSession session, String output) {
    long[] shape = OnnxSessions.outputShape(session, output);
    return shape.length == 0 ? -1 : shape[shape.length - 1];
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public int dimensions() {
    return dimensions;
  }

  @Override
  public List<float[]> embedImages(List<BufferedImage> images) {
    return model.map(images, this::embedAlone);
  }

  @Override
  public List<float[]> embedTexts(List<String> texts) {
    return model.map(texts, this::embedAlone);
  }

  private float[] embedAlone(BufferedImage image) throws OrtException {
    int side = ClipImages.SIDE;
    try (OnnxTensor pixels =
        OnnxTensor.createTensor(
            OnnxSessions.environment(),
            FloatBuffer.wrap(ClipImages.pixelValues(image)),
            new long[] {1, 3, side, side})) {
      return vector(vision, Map.of(PIXELS, pixels), IMAGE_VECTOR);
    }
  }

  private float[] embedAlone(String prompt) throws OrtException {
    ClipTokenizer.Tokens tokens = tokenizer.tokens(prompt);
    try (OnnxTensor ids = OnnxSessions.row(tokens.ids());
        OnnxTensor mask = OnnxSessions.row(tokens.mask())) {
      Map<String, OnnxTensor> inputs = new HashMap<>(Map.of(TOKENS, ids, MASK, mask));
      inputs.keySet().retainAll(text.getInputNames());
      return vector(text, inputs, TEXT_VECTOR);
    }
  }

  private static float[] vector(OrtSession session, Map<String, OnnxTensor> inputs, String output)
      throws OrtException {
    try (OrtSession.Result result = session.run(inputs, Set.of(output))) {
      FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
      float[] vector = new float[values.remaining()];
      values.get(vector);
      return Vectors.normalise(vector);
    }
  }

  @Override
  public void close() {
    model.close();
  }
}
