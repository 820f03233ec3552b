package dev.kassei.experiment.plugin;

import dev.kassei.api.PluginName;
import dev.kassei.api.Required;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What configurations cannot say of the values that a constructor without arguments gives: nulls,
 * and plugins without a name. A run's folder holds all of them, and could not be read again.
 */
final class DefaultFlaws {
  private final List<String> flaws = new ArrayList<>();

  private DefaultFlaws() {}

  /** What is wrong first; empty if nothing is. */
  static Optional<String> first(Object defaults) {
    var all = new DefaultFlaws();
    all.record(defaults, "");
    return all.flaws.stream().findFirst();
  }

  /** What a required component holds is an example. */
  private void record(Object defaults, String path) {
    for (RecordComponent component : defaults.getClass().getRecordComponents()) {
      if (!component.isAnnotationPresent(Required.class)) {
        component(component, value(component.getAccessor(), defaults), path + component.getName());
      }
    }
  }

  private void component(RecordComponent component, Optional<Object> value, String name) {
    if (value.isEmpty()) {
      flaws.add(
          "its default of '%s' is null; give it a value, or declare an Optional".formatted(name));
    }
    value.ifPresent(each -> value(component.getGenericType(), each, name));
  }

  private static Optional<Object> value(Method accessor, Object owner) {
    accessor.trySetAccessible();
    try {
      return Optional.ofNullable(accessor.invoke(owner));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(accessor + " fails: " + e.getCause(), e);
    }
  }

  private void value(Type type, Object value, String name) {
    Optional<Type> inside = ComponentTypes.inside(type);
    if (inside.isPresent()) {
      contents(value).forEach(each -> value(inside.get(), each, name));
      return;
    }
    if (type instanceof Class<?> declared && Families.of(declared).isPresent()) {
      plugin(value.getClass(), name);
    }
    if (value instanceof Record) {
      record(value, name + ".");
    }
  }

  private static List<?> contents(Object value) {
    if (value instanceof Optional<?> some) {
      return some.stream().toList();
    }
    return value instanceof Map<?, ?> map
        ? List.copyOf(map.values())
        : List.copyOf((List<?>) value);
  }

  private void plugin(Class<?> type, String name) {
    if (!type.isAnnotationPresent(PluginName.class)) {
      String what = type.isHidden() ? "a lambda" : type.getName() + " without @PluginName";
      flaws.add(
          "its default of '%s' is %s, so configurations cannot name it; let it be a plugin of its own"
              .formatted(name, what));
    }
  }
}
