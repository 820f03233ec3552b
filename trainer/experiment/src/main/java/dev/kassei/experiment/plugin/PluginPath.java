package dev.kassei.experiment.plugin;

import dev.kassei.api.Activation;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** Opens a jar, a folder of jars, or a folder of classes such as {@code target/classes}. */
final class PluginPath {
  private static final String INDEX = "META-INF/INDEX.LIST";

  private final ClassLoader api = new ApiClassLoader(PluginPath.class.getClassLoader());

  /**
   * The sources at a path, each with a class loader of its own.
   *
   * @throws IllegalArgumentException if there are no plugins to look for; the message says why
   */
  List<PluginSource> open(Path path) {
    if (Files.isRegularFile(path)) {
      PluginSource jar = jar(path);
      requireServices(path, List.of(jar));
      return List.of(jar);
    }
    if (!Files.isDirectory(path)) {
      throw new IllegalArgumentException("the plugin path " + path + " does not exist");
    }
    if (Files.isDirectory(path.resolve("META-INF"))) {
      PluginSource folder = source(path);
      requireServices(path, List.of(folder));
      return List.of(folder);
    }
    List<PluginSource> jars = jars(path).stream().map(this::jar).toList();
    requireServices(path, jars);
    return jars;
  }

  /** Beside jars of plugins there may be others, but there must be one of plugins. */
  private static void requireServices(Path path, List<PluginSource> sources) {
    if (sources.stream().anyMatch(PluginPath::hasServices)) {
      return;
    }
    List<String> remedies =
        sources.stream().flatMap(each -> Unlisted.in(each).stream()).map(Unlisted::remedy).toList();
    if (!remedies.isEmpty()) {
      throw new IllegalArgumentException(
          "the plugin path %s lists none of its plugins; %s"
              .formatted(path, String.join(", ", remedies)));
    }
    throw new IllegalArgumentException(
        "the plugin path %s lists no plugins; write the name of each class into a file such as META-INF/services/%s"
            .formatted(path, Activation.class.getName()));
  }

  private static boolean hasServices(PluginSource source) {
    return Families.ALL.stream()
        .flatMap(family -> family.services().stream())
        .anyMatch(
            service ->
                ((URLClassLoader) source.loader()).findResource(Services.file(service)) != null);
  }

  private static List<Path> jars(Path folder) {
    try (var files = Files.list(folder)) {
      List<Path> jars = files.filter(PluginPath::isJar).sorted().toList();
      if (jars.isEmpty()) {
        throw new IllegalArgumentException(
            "the plugin folder %s holds neither jars nor META-INF/services".formatted(folder));
      }
      return jars;
    } catch (IOException e) {
      throw new IllegalArgumentException("the plugin folder %s: %s".formatted(folder, e), e);
    }
  }

  private static boolean isJar(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".jar");
  }

  private PluginSource jar(Path file) {
    try (var jar = new JarFile(file.toFile())) {
      PluginSource source = source(file);
      if (hasServices(source)) {
        requireNoOthers(file, jar);
      }
      return source;
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "the plugin file %s is not a jar: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** Classes of other files would be in no key and in no copy of the jar. */
  private static void requireNoOthers(Path file, JarFile jar) throws IOException {
    Manifest manifest = Optional.ofNullable(jar.getManifest()).orElseGet(Manifest::new);
    String others = manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
    if (others != null && !others.isBlank()) {
      throw refused(file, "the Class-Path of its manifest names others: " + others.strip());
    }
    if (jar.getEntry(INDEX) != null) {
      throw refused(file, "it has an index of jars, " + INDEX);
    }
  }

  private static IllegalArgumentException refused(Path file, String found) {
    return new IllegalArgumentException(
        "the plugin jar %s must hold all its classes itself, but %s; pack theirs into it and leave that out"
            .formatted(file, found));
  }

  private PluginSource source(Path path) {
    return new PluginSource(
        path.toString(),
        new URLClassLoader(PluginFrame.loaderName(path), new URL[] {url(path)}, api));
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("the plugin path %s is not a file".formatted(path), e);
    }
  }
}
