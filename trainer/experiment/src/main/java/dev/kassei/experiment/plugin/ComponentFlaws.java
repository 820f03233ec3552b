package dev.kassei.experiment.plugin;

import dev.kassei.api.FilePath;
import dev.kassei.api.Inline;
import dev.kassei.api.PluginName;
import dev.kassei.api.Shorthand;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What configurations cannot make of the components of a record, and of records within it. */
final class ComponentFlaws {
  private final List<String> flaws = new ArrayList<>();
  private final Set<Class<?>> seen = new HashSet<>();

  List<String> of(Class<?> type) {
    record(type, "");
    return List.copyOf(flaws);
  }

  private void record(Class<?> type, String path) {
    if (!seen.add(type)) {
      return;
    }
    keys(type, path);
    shorthands(type);
    for (RecordComponent component : type.getRecordComponents()) {
      String name = path + component.getName();
      type(component.getGenericType(), component.getGenericType(), name);
      annotations(component, name);
    }
  }

  private void keys(Class<?> type, String path) {
    var names = new HashMap<String, String>();
    for (RecordComponent component : type.getRecordComponents()) {
      String key = ComponentKey.of(component.getName());
      String first = names.putIfAbsent(key, component.getName());
      if (first != null) {
        flaws.add(
            "its components '%s' and '%s' have the same key '%s' in configurations; rename one"
                .formatted(path + first, path + component.getName(), key));
      }
    }
  }

  /** An annotation that says nothing would be taken for one that does. */
  private void shorthands(Class<?> type) {
    List<Method> marked =
        Arrays.stream(type.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Shorthand.class))
            .sorted(Comparator.comparing(Method::getName))
            .toList();
    marked.stream()
        .filter(method -> !isFactory(method, type))
        .forEach(
            method ->
                flaws.add(
                    "@Shorthand is for a static factory with one parameter that returns %s, but is on '%s'"
                        .formatted(type.getSimpleName(), method.getName())));
    if (marked.size() > 1 && marked.stream().allMatch(method -> isFactory(method, type))) {
      String names = marked.stream().map(Method::getName).collect(Collectors.joining("' and '"));
      flaws.add(
          "@Shorthand is on '%s' of %s; only one can be meant, so leave one"
              .formatted(names, type.getSimpleName()));
    }
    if (!marked.isEmpty() && type.isAnnotationPresent(PluginName.class)) {
      flaws.add(
          "@Shorthand on '%s' does nothing in a plugin, which its name is short for; leave it out"
              .formatted(marked.get(0).getName()));
    }
  }

  private static boolean isFactory(Method method, Class<?> type) {
    return Modifier.isStatic(method.getModifiers())
        && method.getParameterCount() == 1
        && method.getReturnType() == type;
  }

  private void type(Type type, Type declared, String name) {
    Optional<Type> inside = ComponentTypes.inside(type);
    if (inside.isPresent()) {
      type(inside.get(), declared, name);
    } else if (!ComponentTypes.isHeld(type)) {
      flaws.add(unheld(type, declared, name));
    } else if (type instanceof Class<?> known && known.isRecord()) {
      record(known, name + ".");
    }
  }

  private static String unheld(Type type, Type declared, String name) {
    String instead = ComponentTypes.instead(type);
    if (type.equals(declared)) {
      return "configurations cannot hold its component '%s' of type %s; declare it as %s"
          .formatted(name, ComponentTypes.text(type), instead);
    }
    return "configurations cannot hold %s in its component '%s' of type %s; declare that part as %s"
        .formatted(ComponentTypes.text(type), name, ComponentTypes.text(declared), instead);
  }

  private void annotations(RecordComponent component, String name) {
    boolean isText = innermost(component.getGenericType()) == String.class;
    if (component.isAnnotationPresent(FilePath.class) && !isText) {
      flaws.add("its component '%s' has @FilePath, which is for texts alone".formatted(name));
    }
    if (component.isAnnotationPresent(Inline.class) && !isInline(component)) {
      flaws.add(
          "its component '%s' has @Inline, which is for an interface of a family or a Map<String, …>"
              .formatted(name));
    }
  }

  private static Type innermost(Type type) {
    return ComponentTypes.inside(type).map(ComponentFlaws::innermost).orElse(type);
  }

  private static boolean isInline(RecordComponent component) {
    return component.getType() == Map.class || Families.of(component.getType()).isPresent();
  }
}
