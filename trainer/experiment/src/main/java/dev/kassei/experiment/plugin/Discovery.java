package dev.kassei.experiment.plugin;

import dev.kassei.api.PluginName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One search for the plugins of a family. Sources that come first win: a later plugin with a name
 * that is taken is refused. No constructor runs.
 */
final class Discovery<T> {
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

  private <S extends T> void search(PluginSource source, Class<S> service) {
    try {
      Services.listed(service, source.loader()).forEach(name -> add(source, service, name));
    } catch (IOException e) {
      String file = Services.file(service);
      problems.add(new PluginProblem("", file, source.origin(), "it cannot be read: " + e));
    }
  }

  private void add(PluginSource source, Class<? extends T> service, String name) {
    try {
      Class<?> type = Class.forName(name, false, source.loader());
      Optional<Class<?>> narrower = narrower(service, type);
      if (narrower.isPresent()) {
        String but =
            "it is more, %s; list it in %s"
                .formatted(narrower.get().getName(), Services.file(narrower.get()));
        problems.add(listed(source, service, name, but));
      } else if (service.isAssignableFrom(type)) {
        addPlugin(source, service, type.asSubclass(service));
      } else {
        problems.add(listed(source, service, name, "it does not implement " + service.getName()));
      }
    } catch (ClassNotFoundException e) {
      problems.add(listed(source, service, name, "there is no such class"));
    } catch (LinkageError e) {
      problems.add(unreadable(source, name, e));
    }
  }

  /** The service that a class is of, where that is a special case of the one that lists it. */
  private static Optional<Class<?>> narrower(Class<?> service, Class<?> type) {
    return Families.ALL.stream()
        .<Class<?>>flatMap(each -> each.services().stream())
        .filter(other -> !other.equals(service))
        .filter(other -> service.isAssignableFrom(other) && other.isAssignableFrom(type))
        .findFirst();
  }

  private static PluginProblem listed(
      PluginSource source, Class<?> service, String name, String but) {
    String message = Services.file(service) + " lists it, but " + but;
    return new PluginProblem("", name, source.origin(), message);
  }

  private static PluginProblem unreadable(PluginSource source, String name, LinkageError error) {
    Matcher tooNew = TOO_NEW.matcher(String.valueOf(error.getMessage()));
    if (error instanceof UnsupportedClassVersionError && tooNew.find()) {
      return tooNew(source, tooNew.group(1).replace('/', '.'), Integer.parseInt(tooNew.group(2)));
    }
    return new PluginProblem("", name, source.origin(), unreadable(error));
  }

  private static String unreadable(Throwable error) {
    return "its class cannot be read: " + error + PluginFailure.hint(error);
  }

  private static PluginProblem tooNew(PluginSource source, String type, int classFile) {
    int present = Runtime.version().feature();
    String message =
        "it was built for Java %s, but this is Java %s; build it with --release 17, which runs everywhere"
            .formatted(classFile - CLASS_FILE_OF_JAVA_0, present);
    return new PluginProblem("", type, source.origin(), message);
  }

  private void addPlugin(PluginSource source, Class<?> service, Class<? extends T> type) {
    try {
      List<String> flaws =
          OwnPlugins.isOwn(type) ? Flaws.ofName(type).stream().toList() : Flaws.of(type, service);
      flaws.forEach(flaw -> problems.add(problem(source, type, flaw)));
      if (flaws.isEmpty()) {
        add(new PluginEntry<>(nameOf(type), type, source.origin()));
      }
    } catch (LinkageError | TypeNotPresentException | ArrayStoreException e) {
      problems.add(
          new PluginProblem(readableName(type), type.getName(), source.origin(), unreadable(e)));
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
      return CodeContent.hash(entry.type());
    } catch (IOException e) {
      throw new UncheckedIOException("'" + entry.origin() + "' cannot be read: " + e, e);
    }
  }

  private PluginProblem taken(String name, PluginEntry<T> entry, PluginEntry<T> first) {
    String message =
        "the %s name '%s' is taken by %s (%s); choose another @PluginName"
            .formatted(kind(entry, first).key(), name, first.type().getName(), first.origin());
    return new PluginProblem(entry.name(), entry.type().getName(), entry.origin(), message);
  }

  /** What both are: two activations are layers, too, but that is not to be said as well. */
  private Family<?> kind(PluginEntry<T> entry, PluginEntry<T> first) {
    return Families.ALL.stream()
        .filter(each -> each.type().isAssignableFrom(entry.type()))
        .filter(each -> each.type().isAssignableFrom(first.type()))
        .findFirst()
        .orElse(family);
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
}
