package io.genai.sessions.pipeline.records;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;

/** An enum's constant by its name. */
final class EnumCoder extends CustomCoder<Enum<?>> {
  private static final long serialVersionUID = 1L;

  private final Class<? extends Enum<?>> type;

  EnumCoder(Class<? extends Enum<?>> type) {
    this.type = type;
  }

  @Override
  public void encode(Enum<?> value, OutputStream out) throws IOException {
    StringUtf8Coder.of().encode(value.name(), out);
  }

  @Override
  public Enum<?> decode(InputStream in) throws IOException {
    String name = StringUtf8Coder.of().decode(in);
    for (Enum<?> constant : type.getEnumConstants()) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    throw new IOException("No " + type.getName() + " is called " + name);
  }

  @Override
  public void verifyDeterministic() {
    // A name is one text.
  }
}
