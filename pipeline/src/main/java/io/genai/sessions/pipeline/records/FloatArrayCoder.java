package io.genai.sessions.pipeline.records;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.coders.VarIntCoder;

/** A vector: its length, then four bytes a number. */
final class FloatArrayCoder extends CustomCoder<float[]> {
  private static final long serialVersionUID = 1L;
  private static final FloatArrayCoder INSTANCE = new FloatArrayCoder();

  private FloatArrayCoder() {}

  static FloatArrayCoder of() {
    return INSTANCE;
  }

  @Override
  public void encode(float[] value, OutputStream out) throws IOException {
    VarIntCoder.of().encode(value.length, out);
    ByteBuffer bytes = ByteBuffer.allocate(value.length * Float.BYTES);
    bytes.asFloatBuffer().put(value);
    out.write(bytes.array());
  }

  @Override
  public float[] decode(InputStream in) throws IOException {
    float[] value = new float[VarIntCoder.of().decode(in)];
    byte[] bytes = in.readNBytes(value.length * Float.BYTES);
    if (bytes.length < value.length * Float.BYTES) {
      throw new EOFException("A vector of " + value.length + " floats ends early");
    }
    ByteBuffer.wrap(bytes).asFloatBuffer().get(value);
    return value;
  }

  @Override
  public void verifyDeterministic() {
    // Bits are written as they are.
  }
}
