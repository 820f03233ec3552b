package dev.kassei.experiment.plugin;

import dev.kassei.api.PluginName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A plugin in a jar or folder whose files of services say nothing of it.
 *
 * @param service the interface under which it could be registered
 */
record Unlisted(Class<?> type, Class<?> service) {
  private static final String MARK = PluginName.class.descriptorString();
  private static final String CLASS = ".class";

  /** Those of a source; nothing of them runs. What cannot be read is reported where it is used. */
  static List<Unlisted> in(PluginSource source) {
    return source.own().stream().flatMap(place -> in(place, source.loader()).stream()).toList();
  }

  private static List<Unlisted> in(Path place, ClassLoader loader) {
    try {
      if (Files.isDirectory(place)) {
        return below(place, loader);
      }
      try (var jar = FileSystems.newFileSystem(place)) {
        return below(jar.getPath("/"), loader);
      }
    } catch (IOException | UncheckedIOException | ProviderNotFoundException e) {
      return List.of();
    }
  }

  private static List<Unlisted> below(Path root, ClassLoader loader) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(CLASS))
          .sorted()
          .filter(Unlisted::isMarked)
          .flatMap(file -> of(className(root.relativize(file)), loader))
          .toList();
    }
  }

  /** The constants of a class file have the names of its annotations as they are. */
  private static boolean isMarked(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(MARK);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String className(Path file) {
    String name = file.toString().replace('\\', '.').replace('/', '.');
    return name.substring(0, name.length() - CLASS.length());
  }

  /** A class of another version, or one that lacks others, is no plugin. */
  private static Stream<Unlisted> of(String name, ClassLoader loader) {
    try {
      Class<?> type = Class.forName(name, false, loader);
      List<Class<?>> services =
          Families.ALL.stream()
              .<Class<?>>flatMap(family -> family.services().stream())
              .filter(service -> service.isAssignableFrom(type))
              .toList();
      boolean isListed = services.stream().anyMatch(each -> isListed(name, each, loader));
      return isListed || !type.isAnnotationPresent(PluginName.class)
          ? Stream.empty()
          : services.stream().limit(1).map(service -> new Unlisted(type, service));
    } catch (ClassNotFoundException | LinkageError e) {
      return Stream.empty();
    }
  }

  private static boolean isListed(String name, Class<?> service, ClassLoader loader) {
    try {
      return Services.listed(service, loader).contains(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What to do about it. */
  String remedy() {
    return "add the line %s to %s".formatted(type.getName(), Services.file(service));
  }

  PluginProblem problem(PluginSource source) {
    String message = "it has @PluginName, but nothing lists it; " + remedy();
    return new PluginProblem(Discovery.nameOf(type), type.getName(), source.origin(), message);
  }
}
