package dev.kassei.experiment.config;

import dev.kassei.experiment.config.advice.Suggestions;
import dev.kassei.experiment.config.tree.CoreSchema;
import dev.kassei.experiment.config.tree.FileNames;
import dev.kassei.experiment.config.tree.Node;
import dev.kassei.experiment.config.tree.Node.Scalar;
import dev.kassei.experiment.config.tree.Problems;
import dev.kassei.experiment.config.tree.Words;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Makes numbers, booleans, texts and enum values. Nothing is converted silently. */
public final class ScalarBinder {
  private final FileNames files;
  private final Problems problems;

  ScalarBinder(FileNames files, Problems problems) {
    this.files = files;
    this.problems = problems;
  }

  Optional<Object> bind(Slot slot, Node node, String path) {
    if (!(node instanceof Scalar scalar) || CoreSchema.isNull(scalar)) {
      return refuse(slot, node, path);
    }
    Class<?> type = slot.raw();
    if (type == String.class) {
      return text(slot, scalar, path);
    }
    if (type.isEnum()) {
      return constant(slot, scalar, path);
    }
    Optional<Object> value = value(type, scalar);
    return value.isPresent() ? value : refuse(slot, node, path);
  }

  private static Optional<Object> value(Class<?> type, Scalar scalar) {
    if (type == boolean.class || type == Boolean.class) {
      return CoreSchema.bool(scalar).map(truth -> truth);
    }
    if (type == int.class || type == Integer.class) {
      return whole(scalar, Integer.MIN_VALUE, Integer.MAX_VALUE).map(Long::intValue);
    }
    if (type == long.class || type == Long.class) {
      return whole(scalar, Long.MIN_VALUE, Long.MAX_VALUE).map(value -> value);
    }
    OptionalDouble number = CoreSchema.number(scalar);
    boolean usable = number.isPresent() && !CoreSchema.overflows(scalar);
    return usable ? Optional.of(number.getAsDouble()) : Optional.empty();
  }

  private static Optional<Long> whole(Scalar scalar, long least, long most) {
    OptionalLong value = CoreSchema.integer(scalar);
    boolean within = value.isPresent() && value.getAsLong() >= least && value.getAsLong() <= most;
    return within ? Optional.of(value.getAsLong()) : Optional.empty();
  }

  /** A number without quotes is a text as it is typed. */
  private Optional<Object> text(Slot slot, Scalar scalar, String path) {
    if (!slot.path()) {
      return Optional.of(scalar.text());
    }
    return files.rebased(scalar.location(), scalar.text(), path).map(text -> text);
  }

  private Optional<Object> constant(Slot slot, Scalar scalar, String path) {
    for (Object constant : slot.raw().getEnumConstants()) {
      if (Slot.name(constant).equals(scalar.text())) {
        return Optional.of(constant);
      }
    }
    String hint = Suggestions.didYouMean(scalar.text(), Slot.names(slot.raw()));
    problems.add(scalar.location(), path, expected(slot, scalar) + hint);
    return Optional.empty();
  }

  private Optional<Object> refuse(Slot slot, Node node, String path) {
    String reason =
        reason(slot, node, path)
            + ValueAdvice.single(node, path)
            + ValueAdvice.range(node, slot, path);
    problems.add(node.location(), path, expected(slot, node) + reason);
    return Optional.empty();
  }

  /** Says what a slot expects, and what came instead. */
  public static String expected(Slot slot, Node node) {
    return "expected %s but was %s".formatted(slot.description(), Words.of(node));
  }

  private static String reason(Slot slot, Node node, String path) {
    if (!(node instanceof Scalar scalar) || CoreSchema.isNull(scalar)) {
      return "";
    }
    Scalar unquoted = new Scalar(scalar.location(), scalar.text(), true);
    boolean numeric = CoreSchema.isNumber(unquoted);
    if (!scalar.plain()) {
      boolean truth = CoreSchema.bool(unquoted).isPresent();
      return numeric || truth ? "; leave out the quotes" : "";
    }
    if (CoreSchema.overflows(scalar)) {
      return ", which is beyond the range of float64";
    }
    if (!numeric && CoreSchema.isNumber(without(scalar, "_"))) {
      return "; write it without '_'";
    }
    OptionalDouble number = CoreSchema.number(scalar);
    boolean whole =
        slot.isInteger()
            && number.isPresent()
            && Math.rint(number.getAsDouble()) == number.getAsDouble();
    return whole ? ", which is too large" : ValueAdvice.number(scalar, slot, path);
  }

  private static Scalar without(Scalar scalar, String separator) {
    return new Scalar(scalar.location(), scalar.text().replace(separator, ""), true);
  }
}
