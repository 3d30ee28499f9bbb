package io.genai.sessions.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;

/** Keeps the elements of a collection for a test; for runners that work in the test's own JVM. */
public final class Collected<T> extends PTransform<PCollection<T>, PDone> {
  private static final long serialVersionUID = 1L;
  private static final Map<String, Collection<Object>> ALL = new ConcurrentHashMap<>();

  private final String key = UUID.randomUUID().toString();

  public Collected() {
    ALL.put(key, new ConcurrentLinkedQueue<>());
  }

  /** What has been collected, in no particular order. */
  @SuppressWarnings("unchecked") // Only elements of the collection are put there.
  public List<T> elements() {
    return new ArrayList<>((Collection<T>) ALL.get(key));
  }

  @Override
  public PDone expand(PCollection<T> input) {
    input.apply(ParDo.of(new KeepFn<>(key)));
    return PDone.in(input.getPipeline());
  }

  private static final class KeepFn<T> extends DoFn<T, Void> {
    private static final long serialVersionUID = 1L;
    private final String key;

    KeepFn(String key) {
      this.key = key;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      ALL.get(key).add(context.element());
    }
  }
}
