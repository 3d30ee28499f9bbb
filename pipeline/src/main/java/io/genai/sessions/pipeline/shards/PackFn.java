package io.genai.sessions.pipeline.shards;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;

/** Packs a bundle's elements of one shard into blocks. */
final class PackFn<T> extends DoFn<T, KV<Integer, byte[]>> {
  private static final long serialVersionUID = 1L;

  /** A block is handed on when it has grown to this. */
  private static final int BLOCK_BYTES = 64 << 10;

  private final SerializableFunction<T, Integer> shard;
  private final Coder<T> coder;
  private transient Map<Integer, ByteArrayOutputStream> open;

  PackFn(SerializableFunction<T, Integer> shard, Coder<T> coder) {
    this.shard = shard;
    this.coder = coder;
  }

  @StartBundle
  public void startBundle() {
    open = new TreeMap<>();
  }

  @ProcessElement
  public void process(@Element T element, OutputReceiver<KV<Integer, byte[]>> out)
      throws IOException {
    Integer number = shard.apply(element);
    ByteArrayOutputStream block =
        open.computeIfAbsent(number, unused -> new ByteArrayOutputStream());
    coder.encode(element, block);
    if (block.size() >= BLOCK_BYTES) {
      out.output(KV.of(number, block.toByteArray()));
      open.remove(number);
    }
  }

  @FinishBundle
  public void finishBundle(FinishBundleContext context) {
    open.forEach(
        (number, block) ->
            context.output(
                KV.of(number, block.toByteArray()),
                BoundedWindow.TIMESTAMP_MIN_VALUE,
                GlobalWindow.INSTANCE));
    open.clear();
  }
}
