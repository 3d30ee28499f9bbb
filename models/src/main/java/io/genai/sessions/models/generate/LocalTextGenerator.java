package io.genai.sessions.models.generate;

import io.genai.sessions.models.ModelException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/**
 * A causal language model in this process: an ONNX decoder exported with a key/value cache, with
 * its {@code tokenizer.json} and configuration beside it. Prompts are decoded in batches, the keys
 * and values of a shared instruction are computed once, and constrained outputs are held to their
 * shape token by token.
 *
 * <p>Threads that share a generator take turns, a request each; inside a request, batches are
 * decoded side by side as {@link LocalOptions} says. So what is parallel is the generator, not who
 * calls it, and much is asked best in one large request.
 */
public final class LocalTextGenerator implements TextGenerator {
  /** Below this an instruction is cheaper to compute again than to copy into each row. */
  private static final int SHORTEST_INSTRUCTION = 8;

  private static final int CONSTRAINTS_KEPT = 16;

  private final String id;
  private final TokenCodec codec;
  private final BatchDecoder decoder;
  private final ModelDirectory directory;
  private final LocalOptions options;
  private final Lock oneAtATime = new ReentrantLock();
  private final Map<OutputConstraint, TokenAutomaton> automata =
      new LinkedHashMap<>(16, 0.75f, true);
  private boolean closed;

  private LocalTextGenerator(
      String id,
      ModelDirectory directory,
      TokenCodec codec,
      BatchDecoder decoder,
      LocalOptions options) {
    this.id = id;
    this.directory = directory;
    this.codec = codec;
    this.decoder = decoder;
    this.options = options;
  }

  /** As {@link #open(String, Path, Path, LocalOptions)}, with the directory's only ONNX file. */
  public static LocalTextGenerator open(String id, Path directory, LocalOptions options) {
    return open(id, directory, new ModelDirectory(directory).onlyDecoder(), options);
  }

  /**
   * Loads a model.
   *
   * @param id what outputs of this model are marked with
   * @param directory holds {@code tokenizer.json} and, where there are any, {@code
   *     tokenizer_config.json}, {@code config.json}, {@code generation_config.json} or {@code
   *     genai_config.json}
   * @param decoder the ONNX file; weights of its own kind (fp32, int8, 4-bit) make no difference
   * @throws ModelException DATA for files that are not what they should be, RESOURCE if the weights
   *     do not load
   */
  public static LocalTextGenerator open(
      String id, Path directory, Path decoder, LocalOptions options) {
    ModelDirectory files = new ModelDirectory(directory);
    Path tokenizer = files.tokenizer();
    CausalDecoder graph = CausalDecoder.open(decoder, options.stepThreads());
    try {
      return new LocalTextGenerator(
          id,
          files,
          TokenCodec.open(tokenizer, graph.vocabularySize()),
          new BatchDecoder(id, graph, options),
          options);
    } catch (RuntimeException e) {
      graph.close();
      throw e;
    }
  }

  @Override
  public String id() {
    return id;
  }

  /**
   * Rows decoded together: the options' limit, or 1 if the graph cannot hold rows of any length.
   */
  public int maximumBatch() {
    return decoder.maximumBatch();
  }

  @Override
  public List<Generation> generate(GenerationRequest request, GenerationListener listener) {
    oneAtATime.lock();
    try {
      if (closed) {
        throw new ModelException(
            ModelException.Code.INTERNAL, "Model '" + id + "' is used after it was closed");
      }
      List<TokenPrompt> prompts =
          IntStream.range(0, request.prompts().size())
              .mapToObj(index -> tokens(index, text(request.prompts().get(index))))
              .toList();
      return decoder.decode(prompts, plan(request), listener);
    } finally {
      oneAtATime.unlock();
    }
  }

  private DecodingPlan plan(GenerationRequest request) {
    BitSet endTokens = new BitSet();
    directory.endTokens(codec.vocabulary()).forEach(endTokens::set);
    List<String> stopStrings = new ArrayList<>();
    for (String stop : request.stopStrings()) {
      codec.vocabulary().special(stop).ifPresentOrElse(endTokens::set, () -> stopStrings.add(stop));
    }
    return new DecodingPlan(
        codec.vocabulary(),
        request.sampling(),
        request.maximumTokens(),
        directory.contextLength().orElse(Integer.MAX_VALUE),
        stopStrings,
        endTokens,
        automaton(request.constraint()),
        options.jumpForward());
  }

  private Optional<TokenAutomaton> automaton(OutputConstraint constraint) {
    if (constraint instanceof OutputConstraint.Free) {
      return Optional.empty();
    }
    TokenAutomaton automaton =
        automata.computeIfAbsent(
            constraint, key -> new TokenAutomaton(ConstraintAutomaton.of(key), codec));
    if (automata.size() > CONSTRAINTS_KEPT) {
      automata.remove(automata.keySet().iterator().next());
    }
    return Optional.of(automaton);
  }

  private Prompt.Text text(Prompt prompt) {
    if (prompt instanceof Prompt.Chat chat) {
      return ChatTemplate.of(
              directory
                  .chatTemplate()
                  .orElseThrow(
                      () ->
                          new ModelException(
                              ModelException.Code.USER,
                              "Model '" + id + "' has no chat template. Use Prompt.Text.")))
          .render(chat);
    }
    return (Prompt.Text) prompt;
  }

  /**
   * The tokens of the whole text, cut where those of the instruction alone end, or before that
   * where the tokenizer joins the instruction's end with what follows.
   */
  private TokenPrompt tokens(int index, Prompt.Text prompt) {
    List<Integer> whole = codec.encode(prompt.instruction() + prompt.text());
    List<Integer> instruction = codec.encode(prompt.instruction());
    int shared = 0;
    while (shared < instruction.size()
        && shared < whole.size() - 1
        && whole.get(shared).equals(instruction.get(shared))) {
      shared++;
    }
    int cut = shared < SHORTEST_INSTRUCTION ? 0 : shared;
    return new TokenPrompt(index, whole.subList(0, cut), whole.subList(cut, whole.size()));
  }

  @Override
  public void close() {
    oneAtATime.lock();
    try (codec) {
      if (!closed) {
        closed = true;
        decoder.close();
      }
    } finally {
      oneAtATime.unlock();
    }
  }
}
