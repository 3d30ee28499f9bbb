package io.genai.sessions.pipeline.records;

import java.util.List;
import org.apache.beam.sdk.coders.CannotProvideCoderException;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderProvider;
import org.apache.beam.sdk.coders.CoderProviderRegistrar;
import org.apache.beam.sdk.values.TypeDescriptor;

/** Tells Beam that every Java record is coded by {@link RecordCoder}; found by service loading. */
public final class RecordCoderRegistrar implements CoderProviderRegistrar {

  @Override
  public List<CoderProvider> getCoderProviders() {
    return List.of(new RecordCoderProvider());
  }

  private static final class RecordCoderProvider extends CoderProvider {
    @Override
    @SuppressWarnings("unchecked") // The descriptor's raw type is the class of T.
    public <T> Coder<T> coderFor(TypeDescriptor<T> type, List<? extends Coder<?>> componentCoders)
        throws CannotProvideCoderException {
      if (!type.getRawType().isRecord()) {
        throw new CannotProvideCoderException(type + " is not a record");
      }
      return RecordCoder.of((Class<T>) type.getRawType());
    }
  }
}
