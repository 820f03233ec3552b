package dev.kassei.experiment.plugin;

import dev.kassei.api.PluginName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One search for the plugins of a family. Sources that come first win: a later plugin with a name
 * that is taken is refused. No constructor runs.
 */
final class Discovery<T> {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Pattern TOO_NEW =
      Pattern.compile("^(\\S+) has been compiled .*?class file version (\\d+)");

  /** Java 17 has class files of version 61. */
  private static final int CLASS_FILE_OF_JAVA_0 = 44;

  private final Family<T> family;
  private final Map<String, PluginEntry<T>> entries = new TreeMap<>();
  private final List<PluginProblem> problems = new ArrayList<>();

  Discovery(Family<T> family) {
    this.family = family;
  }

  Catalogue<T> in(List<PluginSource> sources, List<GivenPlugin> given) {
    for (PluginSource source : sources) {
      for (Class<? extends T> service : family.services()) {
        search(source, service);
      }
    }
    given.stream()
        .filter(each -> family.services().stream().anyMatch(it -> it.isInstance(each.plugin())))
        .forEach(this::add);
    return new Catalogue<>(family, List.copyOf(entries.values()), problems);
  }

  @SuppressWarnings("unchecked")
  private void add(GivenPlugin each) {
    T plugin = family.type().cast(each.plugin());
    add(
        new PluginEntry<>(
            each.name(),
            (Class<? extends T>) plugin.getClass(),
            GivenPlugin.ORIGIN,
            Map.of(),
            Optional.of(plugin)));
  }

  /** Goes on after a broken entry: the loader has already left it behind when it throws. */
  private <S extends T> void search(PluginSource source, Class<S> service) {
    var providers = ServiceLoader.load(service, source.loader()).stream().spliterator();
    boolean more = true;
    while (more) {
      try {
        more = providers.tryAdvance(provider -> add(source, service, provider.type()));
      } catch (ServiceConfigurationError | LinkageError e) {
        problems.add(broken(source, service, e));
      }
    }
  }

  private PluginProblem broken(PluginSource source, Class<?> service, Throwable error) {
    Matcher tooNew = TOO_NEW.matcher(String.valueOf(error.getMessage()));
    if (error instanceof UnsupportedClassVersionError && tooNew.find()) {
      return tooNew(source, tooNew.group(1).replace('/', '.'), Integer.parseInt(tooNew.group(2)));
    }
    String file = "META-INF/services/" + service.getName();
    String prefix = service.getName() + ": ";
    String message = String.valueOf(error.getMessage());
    String reason = message.startsWith(prefix) ? message.substring(prefix.length()) : message;
    String kind = error instanceof LinkageError ? error.getClass().getSimpleName() + " " : "";
    String hint = PluginFailure.hint(error);
    return new PluginProblem(
        "", file, source.origin(), "an entry is broken: " + kind + reason + hint);
  }

  private static PluginProblem tooNew(PluginSource source, String type, int classFile) {
    int present = Runtime.version().feature();
    String message =
        "it was built for Java %s, but this is Java %s; build it with --release 17, which runs everywhere"
            .formatted(classFile - CLASS_FILE_OF_JAVA_0, present);
    return new PluginProblem("", type, source.origin(), message);
  }

  private void add(PluginSource source, Class<?> service, Class<? extends T> type) {
    try {
      Optional<String> flaw = flaw(type);
      if (flaw.isEmpty() && !source.isBuiltIn()) {
        flaw = unimplemented(type, service);
      }
      if (flaw.isPresent()) {
        problems.add(problem(source, type, flaw.get()));
        return;
      }
      add(new PluginEntry<>(nameOf(type), type, source.origin()));
    } catch (LinkageError | TypeNotPresentException | ArrayStoreException e) {
      String message = "its class cannot be read: " + e + PluginFailure.hint(e);
      problems.add(new PluginProblem(readableName(type), type.getName(), source.origin(), message));
    }
  }

  private void add(PluginEntry<T> entry) {
    for (String name : entry.allNames()) {
      Optional<PluginEntry<T>> first =
          entries.values().stream().filter(other -> other.allNames().contains(name)).findFirst();
      if (first.isPresent()) {
        clash(name, entry, first.get());
        return;
      }
    }
    entries.put(entry.name(), entry);
  }

  /**
   * The first has the name; whoever uses it is told of both, if they come from different places.
   */
  private void clash(String name, PluginEntry<T> entry, PluginEntry<T> first) {
    if (first.type() == entry.type()) {
      entry.given().ifPresent(given -> entries.put(first.name(), entry));
      return;
    }
    if (isCopy(entry, first)) {
      return;
    }
    problems.add(taken(name, entry, first));
    if (!first.origin().equals(entry.origin())) {
      entries.put(first.name(), first.beside(name, entry));
    }
  }

  /** Whether both are one class of two jars that hold the same, or of one that is named twice. */
  private boolean isCopy(PluginEntry<T> entry, PluginEntry<T> first) {
    return entry.type().getName().equals(first.type().getName())
        && !first.origin().equals(PluginSource.BUILT_IN)
        && entry.given().isEmpty()
        && content(entry).equals(content(first));
  }

  private static String content(PluginEntry<?> entry) {
    try {
      return CodeContent.hash(Path.of(entry.origin()));
    } catch (IOException e) {
      throw new UncheckedIOException("'" + entry.origin() + "' cannot be read: " + e, e);
    }
  }

  private PluginProblem taken(String name, PluginEntry<T> entry, PluginEntry<T> first) {
    String message =
        "the %s name '%s' is taken by %s (%s); choose another @PluginName"
            .formatted(family.key(), name, first.type().getName(), first.origin());
    return new PluginProblem(entry.name(), entry.type().getName(), entry.origin(), message);
  }

  private PluginProblem problem(PluginSource source, Class<?> type, String message) {
    return new PluginProblem(nameOf(type), type.getName(), source.origin(), message);
  }

  static String nameOf(Class<?> type) {
    PluginName name = type.getAnnotation(PluginName.class);
    return name == null ? "" : name.value();
  }

  /** The name of a class that cannot be read otherwise, so that whoever uses it is told why. */
  private static String readableName(Class<?> type) {
    try {
      return nameOf(type);
    } catch (LinkageError | TypeNotPresentException | ArrayStoreException e) {
      return "";
    }
  }

  private static Optional<String> flaw(Class<?> type) {
    Optional<String> flaw = nameFlaw(type);
    return flaw.isPresent() || (type.isRecord() && isPublic(type))
        ? flaw
        : Optional.of("it must be a public record");
  }

  /** What is wrong with the name that a class declares. */
  static Optional<String> nameFlaw(Class<?> type) {
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

  private static boolean isPublic(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return Modifier.isPublic(type.getModifiers()) && (outer == null || isPublic(outer));
  }
}
