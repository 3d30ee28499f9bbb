package io.genai.sessions.pipeline.records;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.beam.sdk.coders.BigDecimalCoder;
import org.apache.beam.sdk.coders.BooleanCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.coders.DoubleCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.OptionalCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * The coder of a Java record: its components in order, each by the coder of its type. Components
 * may be {@code int}, {@code long}, {@code double}, {@code boolean}, their boxes, {@code String},
 * {@code BigDecimal}, {@code float[]}, enums, records, and {@code List} or {@code Optional} of
 * these. Deterministic; {@code null} is refused.
 *
 * @param <T> the record
 */
public final class RecordCoder<T> extends CustomCoder<T> {
  private static final long serialVersionUID = 1L;

  private final Class<T> type;
  private transient volatile Layout layout;

  private RecordCoder(Class<T> type) {
    this.type = type;
    this.layout = Layout.of(type);
  }

  /**
   * The coder of {@code type}.
   *
   * @throws IllegalArgumentException where it is no record or has a component of another type than
   *     those above
   */
  public static <T> RecordCoder<T> of(Class<T> type) {
    return new RecordCoder<>(type);
  }

  @Override
  public void encode(T value, OutputStream out) throws IOException {
    Layout layout = layout();
    for (int i = 0; i < layout.coders.size(); i++) {
      layout.coders.get(i).encode(layout.read(i, value), out);
    }
  }

  @Override
  public T decode(InputStream in) throws IOException {
    Layout layout = layout();
    Object[] components = new Object[layout.coders.size()];
    for (int i = 0; i < components.length; i++) {
      components[i] = layout.coders.get(i).decode(in);
    }
    return type.cast(layout.create(components));
  }

  @Override
  public void verifyDeterministic() {
    // Every component's coder writes the same bytes for equal values.
  }

  @Override
  public TypeDescriptor<T> getEncodedTypeDescriptor() {
    return TypeDescriptor.of(type);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RecordCoder<?> coder && coder.type.equals(type);
  }

  @Override
  public int hashCode() {
    return type.hashCode();
  }

  private Layout layout() {
    Layout known = layout;
    if (known == null) {
      known = Layout.of(type);
      layout = known;
    }
    return known;
  }

  /** How to take a record apart and put it together; rebuilt where a coder was deserialised. */
  private record Layout(
      List<MethodHandle> accessors, List<Coder<Object>> coders, MethodHandle constructor) {

    private static final MethodType READ = MethodType.methodType(Object.class, Object.class);

    static Layout of(Class<?> type) {
      if (!type.isRecord()) {
        throw new IllegalArgumentException(type.getName() + " is not a record");
      }
      RecordComponent[] components = type.getRecordComponents();
      try {
        MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
        Class<?>[] types =
            Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        MethodHandle constructor =
            lookup
                .unreflectConstructor(type.getDeclaredConstructor(types))
                .asSpreader(Object[].class, types.length)
                .asType(MethodType.methodType(Object.class, Object[].class));
        List<MethodHandle> accessors =
            Stream.of(components).map(component -> accessor(lookup, component)).toList();
        List<Coder<Object>> coders =
            Stream.of(components).map(component -> coder(component.getGenericType())).toList();
        return new Layout(accessors, coders, constructor);
      } catch (ReflectiveOperationException e) {
        throw new IllegalArgumentException("Cannot take " + type.getName() + " apart", e);
      }
    }

    private static MethodHandle accessor(MethodHandles.Lookup lookup, RecordComponent component) {
      try {
        return lookup.unreflect(component.getAccessor()).asType(READ);
      } catch (IllegalAccessException e) {
        throw new IllegalArgumentException("Cannot read " + component, e);
      }
    }

    Object read(int index, Object value) throws IOException {
      try {
        return Objects.requireNonNull(
            accessors.get(index).invokeExact(value),
            () -> "null in component " + index + " of " + value.getClass().getName());
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IOException("Cannot encode a " + value.getClass().getName(), e);
      }
    }

    Object create(Object[] components) throws IOException {
      try {
        return constructor.invokeExact(components);
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IOException("Cannot decode a record", e);
      }
    }

    @SuppressWarnings("unchecked") // read() hands each coder values of its own type only.
    private static Coder<Object> coder(Type type) {
      return (Coder<Object>) coderOf(type);
    }

    private static Coder<?> coderOf(Type type) {
      if (type instanceof ParameterizedType parameterised) {
        Coder<?> element = coderOf(parameterised.getActualTypeArguments()[0]);
        if (parameterised.getRawType() == List.class) {
          return ListCoder.of(element);
        }
        if (parameterised.getRawType() == Optional.class) {
          return OptionalCoder.of(element);
        }
      } else if (type instanceof Class<?> plain) {
        if (plain == String.class) {
          return StringUtf8Coder.of();
        } else if (plain == long.class || plain == Long.class) {
          return VarLongCoder.of();
        } else if (plain == int.class || plain == Integer.class) {
          return VarIntCoder.of();
        } else if (plain == double.class || plain == Double.class) {
          return DoubleCoder.of();
        } else if (plain == boolean.class || plain == Boolean.class) {
          return BooleanCoder.of();
        } else if (plain == BigDecimal.class) {
          return BigDecimalCoder.of();
        } else if (plain == float[].class) {
          return FloatArrayCoder.of();
        } else if (plain.isEnum()) {
          return enumCoder(plain);
        } else if (plain.isRecord()) {
          return new RecordCoder<>(plain);
        }
      }
      throw new IllegalArgumentException("No coder for a record's component of type " + type);
    }

    @SuppressWarnings("unchecked") // Asked only where isEnum().
    private static EnumCoder enumCoder(Class<?> type) {
      return new EnumCoder((Class<? extends Enum<?>>) type);
    }
  }
}
