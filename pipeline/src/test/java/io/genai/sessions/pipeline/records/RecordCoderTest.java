package io.genai.sessions.pipeline.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;

class RecordCoderTest {

  enum Colour {
    RED,
    BLUE
  }

  record Inner(String name, Optional<Double> weight) {}

  record Outer(
      long id,
      int count,
      boolean flag,
      BigDecimal price,
      Colour colour,
      List<Inner> inner,
      Optional<Inner> none,
      float[] vector) {}

  record WithDate(LocalDate date) {}

  private static final Outer VALUE =
      new Outer(
          -7L,
          3,
          true,
          new BigDecimal("1.2300"),
          Colour.BLUE,
          List.of(new Inner("ä", Optional.of(0.5)), new Inner("", Optional.empty())),
          Optional.empty(),
          new float[] {1f, -0.25f});

  @Test
  void whatIsEncodedComesBack() throws Exception {
    RecordCoder<Outer> coder = RecordCoder.of(Outer.class);

    Outer back = CoderUtils.clone(coder, VALUE);

    assertThat(back).usingRecursiveComparison().isEqualTo(VALUE);
  }

  @Test
  void aCoderThatTravelledToAWorkerStillWorks() throws Exception {
    Coder<Outer> coder = SerializableUtils.clone(RecordCoder.of(Outer.class));

    assertThat(CoderUtils.clone(coder, VALUE)).usingRecursiveComparison().isEqualTo(VALUE);
  }

  @Test
  void beamFindsTheCoderOfARecordByItself() throws Exception {
    assertThat(Pipeline.create().getCoderRegistry().getCoder(Inner.class))
        .isEqualTo(RecordCoder.of(Inner.class));
  }

  @Test
  void aComponentWithoutACoderIsNamed() {
    assertThatThrownBy(() -> RecordCoder.of(WithDate.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.time.LocalDate");
  }

  @Test
  void nullIsRefusedWithTheRecordsName() {
    RecordCoder<Inner> coder = RecordCoder.of(Inner.class);

    assertThatThrownBy(() -> CoderUtils.encodeToByteArray(coder, new Inner(null, Optional.empty())))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("Inner");
  }
}
