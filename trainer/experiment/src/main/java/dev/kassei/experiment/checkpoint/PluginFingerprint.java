package dev.kassei.experiment.checkpoint;

import dev.kassei.api.FilePath;
import dev.kassei.api.expr.Expr;
import dev.kassei.experiment.plugin.CodeContent;
import dev.kassei.experiment.plugin.KasseiCode;
import dev.kassei.results.Sha256;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Names objects by their code and values, the same in every process: the class, the content of the
 * jar it comes from and of those that this needs, and all that the object holds, down to numbers
 * and texts. A lambda is named by the class that declares it and the values it captures. Texts that
 * name files are left out: what the files hold is named elsewhere. For one thread.
 */
final class PluginFingerprint {
  private static final String LAMBDA = "$$Lambda";

  private final Map<Class<?>, String> code = new HashMap<>();
  private final InputFiles files;

  /**
   * @param files takes the jars and folders that objects come from
   */
  PluginFingerprint(InputFiles files) {
    this.files = files;
  }

  /**
   * Adds an object.
   *
   * @throws IllegalArgumentException if it holds something that no value tells, such as a stream;
   *     the message says what to do
   */
  void add(Sha256 sha, Object value) {
    add(sha, value, List.of());
  }

  /**
   * @param around the objects that hold it, the outermost first
   */
  private void add(Sha256 sha, Object value, List<Object> around) {
    if (value instanceof Expr formula) {
      // the rest of it is in the program
      sha.add(formula.operation() + " " + formula.shape() + " " + formula.path());
    } else if (value instanceof Class<?> type) {
      addClass(sha, type);
    } else if (!addNumber(sha, value) && !addContainer(sha, value, around)) {
      addObject(sha, value, around);
    }
  }

  private static boolean addNumber(Sha256 sha, Object value) {
    if (value instanceof Double number) {
      sha.add((double) number);
    } else if (value instanceof Float number) {
      sha.add((float) number);
    } else if (value instanceof Enum<?> constant) {
      sha.add(constant.getDeclaringClass().getName() + "." + constant.name());
    } else if (isText(value)) {
      sha.add(value.getClass().getSimpleName() + " " + value);
    } else {
      return false;
    }
    return true;
  }

  /** Whether the text of a value is all there is to know. */
  private static boolean isText(Object value) {
    return value instanceof String
        || value instanceof Boolean
        || value instanceof Character
        || value instanceof Path
        || (value instanceof Number
            && value.getClass().getPackageName().matches("java\\.(lang|math)"));
  }

  private boolean addContainer(Sha256 sha, Object value, List<Object> around) {
    if (value instanceof double[] numbers) {
      addNumbers(sha, numbers);
      return true;
    }
    Optional<Collection<?>> content = content(value);
    if (content.isPresent()) {
      addAll(sha, content.get(), around);
    } else if (value instanceof Set<?> set) {
      addSorted(sha, set, around);
    } else if (value instanceof Map<?, ?> map) {
      List<List<Object>> entries = new ArrayList<>();
      map.forEach((key, each) -> entries.add(List.of(key, Optional.ofNullable(each))));
      addSorted(sha, entries, around);
    } else {
      return false;
    }
    return true;
  }

  /** As a list of optional numbers, without an object for each: data sets in memory are large. */
  private static void addNumbers(Sha256 sha, double[] numbers) {
    sha.add(numbers.length);
    for (double number : numbers) {
      sha.add(1);
      sha.add(number);
    }
  }

  /** What has an order, if it is a container at all. */
  private static Optional<Collection<?>> content(Object value) {
    if (value instanceof List<?> list) {
      return Optional.of(list);
    }
    if (value instanceof Optional<?> optional) {
      return Optional.of(optional.stream().toList());
    }
    if (value instanceof OptionalInt optional) {
      return Optional.of(optional.stream().boxed().toList());
    }
    if (value instanceof OptionalLong optional) {
      return Optional.of(optional.stream().boxed().toList());
    }
    if (value instanceof OptionalDouble optional) {
      return Optional.of(optional.stream().boxed().toList());
    }
    return value.getClass().isArray() ? Optional.of(elements(value)) : Optional.empty();
  }

  private static List<Object> elements(Object array) {
    var elements = new ArrayList<>();
    for (int i = 0; i < Array.getLength(array); i++) {
      elements.add(Optional.ofNullable(Array.get(array, i)));
    }
    return elements;
  }

  private void addAll(Sha256 sha, Collection<?> values, List<Object> around) {
    sha.add(values.size());
    values.forEach(each -> add(sha, each, around));
  }

  /** The order of hash tables differs from process to process. */
  private void addSorted(Sha256 sha, Collection<?> values, List<Object> around) {
    sha.add(values.size());
    values.stream()
        .map(
            each -> {
              var own = new Sha256();
              add(own, each, around);
              return own.hex();
            })
        .sorted()
        .forEach(sha::add);
  }

  @SuppressWarnings("ReferenceEquality")
  private void addObject(Sha256 sha, Object value, List<Object> around) {
    if (around.stream().anyMatch(outer -> outer == value)) {
      throw refused(around, "itself");
    }
    var inside = new ArrayList<>(around);
    inside.add(value);
    addClass(sha, value.getClass());
    if (value.getClass().isRecord()) {
      addComponents(sha, value, inside);
    } else {
      addFields(sha, value, inside);
    }
  }

  private void addComponents(Sha256 sha, Object value, List<Object> inside) {
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      if (!component.isAnnotationPresent(FilePath.class)) {
        add(sha, component(component, value), inside);
      }
    }
  }

  private static Optional<Object> component(RecordComponent component, Object value) {
    try {
      component.getAccessor().setAccessible(true);
      return Optional.ofNullable(component.getAccessor().invoke(value));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record does not tell its " + component.getName(), e);
    }
  }

  /** What a lambda captures is in fields, too. */
  private void addFields(Sha256 sha, Object value, List<Object> inside) {
    for (Class<?> type = value.getClass(); type != Object.class; type = type.getSuperclass()) {
      for (Field field : fields(type)) {
        if (!field.trySetAccessible()) {
          throw refused(inside.subList(0, inside.size() - 1), "a " + type.getName());
        }
        add(sha, field(field, value), inside);
      }
    }
  }

  private static List<Field> fields(Class<?> type) {
    return Arrays.stream(type.getDeclaredFields())
        .filter(field -> !Modifier.isStatic(field.getModifiers()))
        .sorted(Comparator.comparing(Field::getName))
        .toList();
  }

  private static Optional<Object> field(Field field, Object value) {
    try {
      return Optional.ofNullable(field.get(value));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("an object does not tell its " + field.getName(), e);
    }
  }

  private static IllegalArgumentException refused(List<Object> around, String held) {
    Object holder = around.get(around.size() - 1);
    return new IllegalArgumentException(
        "%s holds %s, which has no name that is the same at the next start, so that a batch could not know"
                .formatted(name(holder.getClass()), held)
            + " its trials again; make it a record of numbers, texts and other records");
  }

  private void addClass(Sha256 sha, Class<?> type) {
    sha.add(name(type));
    sha.add(code.computeIfAbsent(type, this::code));
  }

  /** What follows in the name of a lambda's class changes from process to process. */
  private static String name(Class<?> type) {
    int lambda = type.getName().indexOf(LAMBDA);
    return lambda < 0 ? type.getName() : type.getName().substring(0, lambda);
  }

  /** The content of all that a class may read; empty for Java's and for Kassei's own. */
  private String code(Class<?> type) {
    List<String> code =
        CodeContent.places(type).stream()
            .filter(place -> !KasseiCode.holds(place))
            .map(files::code)
            .toList();
    return code.isEmpty() ? "" : CodeContent.joined(code);
  }
}
