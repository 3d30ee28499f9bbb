package io.genai.sessions.pipeline.shards;

import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.IterableCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Groups elements by their shard's number. They travel packed, many to a block of bytes: a runner
 * moves and keeps a block for hundreds of rows, where it would copy each row on its own (the
 * DirectRunner once for each bundle that adds to its shard). A shard's elements come in any order
 * and can be gone through once.
 *
 * @param <T> an element, in the global window
 */
public final class GroupIntoShards<T>
    extends PTransform<PCollection<T>, PCollection<KV<Integer, Iterable<T>>>> {
  private static final long serialVersionUID = 1L;

  private final SerializableFunction<T, Integer> shard;

  private GroupIntoShards(SerializableFunction<T, Integer> shard) {
    this.shard = shard;
  }

  /** Groups by what {@code shard} says, which has few values. */
  public static <T> GroupIntoShards<T> by(SerializableFunction<T, Integer> shard) {
    return new GroupIntoShards<>(shard);
  }

  @Override
  public PCollection<KV<Integer, Iterable<T>>> expand(PCollection<T> elements) {
    Coder<T> coder = elements.getCoder();
    return elements
        .apply("Pack", ParDo.of(new PackFn<>(shard, coder)))
        .setCoder(KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of()))
        .apply("Group", GroupByKey.create())
        .apply("Unpack", ParDo.of(new UnpackFn<>(coder)))
        .setCoder(KvCoder.of(VarIntCoder.of(), IterableCoder.of(coder)));
  }
}
