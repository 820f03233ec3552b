package dev.kassei.experiment.plugin;

import dev.kassei.api.PluginName;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What makes a class no plugin, as far as its declaration shows it. */
final class Flaws {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  private Flaws() {}

  /**
   * What is wrong with a class that is registered for a service; at first only what keeps the rest
   * from being looked at.
   */
  static List<String> of(Class<?> type, Class<?> service) {
    Optional<String> first =
        ofName(type).or(() -> ofDeclaration(type)).or(() -> unimplemented(type, service));
    return first.isPresent() ? List.of(first.get()) : ofComponents(type);
  }

  /** What is wrong with the components that configurations set. */
  static List<String> ofComponents(Class<?> type) {
    var flaws = new ArrayList<String>(ReservedKeys.flaws(type));
    flaws.addAll(new ComponentFlaws().of(type));
    return flaws;
  }

  /** What is wrong with the name that a class declares. */
  static Optional<String> ofName(Class<?> type) {
    PluginName name = type.getAnnotation(PluginName.class);
    if (name == null) {
      return Optional.of("it has no @PluginName; add one above the record");
    }
    if (!NAME.matcher(name.value()).matches()) {
      return Optional.of(
          "@PluginName(\"%s\") must be lower-case letters, digits and underscores, a letter first"
              .formatted(name.value()));
    }
    return Optional.empty();
  }

  private static Optional<String> ofDeclaration(Class<?> type) {
    if (!type.isRecord() || !isPublic(type)) {
      return Optional.of("it must be a public record");
    }
    return hasDefaults(type)
        ? Optional.empty()
        : Optional.of(
            "it has no public constructor without arguments, which holds the defaults; add 'public %s() { this(…); }'"
                .formatted(type.getSimpleName()));
  }

  private static boolean hasDefaults(Class<?> type) {
    return Arrays.stream(type.getConstructors()).anyMatch(each -> each.getParameterCount() == 0);
  }

  private static boolean isPublic(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return Modifier.isPublic(type.getModifiers()) && (outer == null || isPublic(outer));
  }

  /** A method of the service that the class lacks, as after a change of the api. */
  private static Optional<String> unimplemented(Class<?> type, Class<?> service) {
    for (Method method : service.getMethods()) {
      if (Modifier.isAbstract(method.getModifiers()) && !isImplemented(type, method)) {
        return Optional.of(
            "it has no method %s of %s: %s"
                .formatted(method.getName(), service.getName(), PluginFailure.OTHER_VERSION));
      }
    }
    return Optional.empty();
  }

  private static boolean isImplemented(Class<?> type, Method method) {
    try {
      Method found = type.getMethod(method.getName(), method.getParameterTypes());
      return !Modifier.isAbstract(found.getModifiers());
    } catch (NoSuchMethodException e) {
      return false;
    }
  }
}
