package io.genai.sessions.pipeline.read;

import java.util.BitSet;
import org.apache.beam.sdk.coders.CannotProvideCoderException;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Combine;

/**
 * The n-th smallest of distinct positions, or the largest possible number where there are fewer.
 * Positions are dense, so that a bit each is all that is kept: 2 MiB for the largest dataset.
 */
final class NthSmallest extends Combine.CombineFn<Long, BitSet, Long> {
  private static final long serialVersionUID = 1L;

  private final long n;

  NthSmallest(long n) {
    this.n = n;
  }

  @Override
  public BitSet createAccumulator() {
    return new BitSet();
  }

  @Override
  public BitSet addInput(BitSet seen, Long position) {
    seen.set(Math.toIntExact(position));
    return seen;
  }

  @Override
  public BitSet mergeAccumulators(Iterable<BitSet> accumulators) {
    BitSet merged = new BitSet();
    accumulators.forEach(merged::or);
    return merged;
  }

  @Override
  public Long extractOutput(BitSet seen) {
    if (seen.cardinality() < n) {
      return Long.MAX_VALUE;
    }
    int position = -1;
    for (long count = 0; count < n; count++) {
      position = seen.nextSetBit(position + 1);
    }
    return (long) position;
  }

  @Override
  public Coder<BitSet> getAccumulatorCoder(CoderRegistry registry, Coder<Long> inputCoder)
      throws CannotProvideCoderException {
    return SerializableCoder.of(BitSet.class);
  }
}
