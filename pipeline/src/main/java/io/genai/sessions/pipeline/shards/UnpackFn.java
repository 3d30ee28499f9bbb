package io.genai.sessions.pipeline.shards;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Takes elements out of their blocks, a block at a time, as they are asked for. */
final class UnpackFn<T> extends DoFn<KV<Integer, Iterable<byte[]>>, KV<Integer, Iterable<T>>> {
  private static final long serialVersionUID = 1L;

  private final Coder<T> coder;

  UnpackFn(Coder<T> coder) {
    this.coder = coder;
  }

  @ProcessElement
  public void process(
      @Element KV<Integer, Iterable<byte[]>> shard, OutputReceiver<KV<Integer, Iterable<T>>> out) {
    Iterable<byte[]> blocks = shard.getValue();
    out.output(
        KV.of(
            shard.getKey(),
            () ->
                StreamSupport.stream(blocks.spliterator(), false)
                    .flatMap(block -> elements(block).stream())
                    .iterator()));
  }

  private List<T> elements(byte[] block) {
    ByteArrayInputStream in = new ByteArrayInputStream(block);
    List<T> elements = new ArrayList<>();
    try {
      while (in.available() > 0) {
        elements.add(coder.decode(in));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A block of " + block.length + " bytes ends early", e);
    }
    return elements;
  }
}
