package dev.kassei.experiment.config;

import dev.kassei.api.value.Numbers;
import dev.kassei.experiment.config.tree.CoreSchema;
import dev.kassei.experiment.config.tree.Node;
import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Node.Scalar;
import dev.kassei.experiment.config.tree.Node.Sequence;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a value is written that other programs and people write otherwise, as a part of a sentence.
 */
final class ValueAdvice {
  /** Such as {@code 1..5}, {@code 1-5} and {@code 1 to 5}. */
  private static final Pattern FROM_TO =
      Pattern.compile("(?<from>[0-9]{1,9}) *(?:\\.{2,3}|-|–|:|to) *(?<to>[0-9]{1,9})");

  /** Python's, whose end is left out. */
  private static final Pattern RANGE =
      Pattern.compile("range\\((?:(?<from>[0-9]{1,9}) *, *)?(?<end>[0-9]{1,9})\\)");

  private static final Pattern PERCENT = Pattern.compile("(?<number>[0-9.]+) *%");

  /** What ranges have in other programs. */
  private static final Set<String> RANGES =
      Set.of("range", "between", "start", "stop", "end", "step", "to", "min", "max", "low", "high");

  private static final int LISTED = 5;

  private ValueAdvice() {}

  /** About a plain text where a number is expected. */
  static String number(Scalar scalar, Slot slot, String path) {
    if (slot.isInteger()) {
      return integers(scalar.text(), path);
    }
    Matcher percent = PERCENT.matcher(scalar.text());
    if (!percent.matches()) {
      return "";
    }
    var number = new Scalar(scalar.location(), percent.group("number"), true);
    OptionalDouble value = CoreSchema.number(number);
    return value.isPresent() ? "; write " + Numbers.text(value.getAsDouble() / 100) : "";
  }

  private static String integers(String text, String path) {
    Matcher fromTo = FROM_TO.matcher(text);
    if (fromTo.matches()) {
      long from = Long.parseLong(fromTo.group("from"));
      return axis(path, from, Long.parseLong(fromTo.group("to")) - from + 1);
    }
    Matcher range = RANGE.matcher(text);
    if (!range.matches()) {
      return "";
    }
    long from = range.group("from") == null ? 0 : Long.parseLong(range.group("from"));
    return axis(path, from, Long.parseLong(range.group("end")) - from);
  }

  private static String axis(String path, long from, long count) {
    return count < 1
        ? ""
        : "; all of them are an axis, batch: {grid: {%s: {from: %s, count: %s}}}"
            .formatted(key(path), from, count);
  }

  /** About a list where one value is expected. */
  static String single(Node node, String path) {
    if (!(node instanceof Sequence list)
        || list.items().isEmpty()
        || !list.items().stream().allMatch(Scalar.class::isInstance)) {
      return "";
    }
    List<String> values = list.items().stream().map(item -> ((Scalar) item).text()).toList();
    if (values.size() > 1) {
      return "; to try each, make it an axis, batch: {grid: {%s: [%s]}}"
          .formatted(key(path), listed(values));
    }
    String range = integers(values.get(0), path);
    return range.isEmpty() ? "; leave out the brackets" : range;
  }

  /** About a map where one number is expected. */
  static String range(Node node, Slot slot, String path) {
    boolean isRange =
        node instanceof Mapping map && map.entries().keySet().stream().anyMatch(RANGES::contains);
    if (!isRange || !(slot.isInteger() || slot.raw() == double.class)) {
      return "";
    }
    String form = slot.isInteger() ? "{from: 1, count: 5}" : "{log: [0.001, 0.1], count: 3}";
    return "; a range is an axis such as batch: {grid: {%s: %s}}".formatted(key(path), form);
  }

  private static String listed(List<String> values) {
    String some = values.stream().limit(LISTED).collect(Collectors.joining(", "));
    return values.size() > LISTED ? some + ", …" : some;
  }

  /** An axis is an entry of its section as a whole, and none of a list. */
  private static String key(String path) {
    return path.replaceFirst("\\[.*", "");
  }
}
