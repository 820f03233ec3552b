package dev.kassei.experiment.plugin;

import dev.kassei.api.Activation;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** Opens what a path names: a jar, folders of jars or classes, a project. */
final class PluginPath {
  private static final String INDEX = "META-INF/INDEX.LIST";

  private final ClassLoader api = new ApiClassLoader(PluginPath.class.getClassLoader());

  /**
   * The sources at a path, each with a class loader of its own.
   *
   * @throws IllegalArgumentException if there are no plugins to look for; the message says why
   */
  List<PluginSource> open(Path path) {
    List<PluginCode> all = PluginCode.at(path);
    BuiltProject.at(path)
        .filter(project -> all.contains(project.code(path)))
        .ifPresent(project -> project.requireCurrent(path));
    List<PluginSource> sources = all.stream().map(this::source).toList();
    requireServices(path, sources);
    return sources;
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

  private PluginSource source(PluginCode code) {
    URL[] urls = code.all().stream().map(PluginPath::url).toArray(URL[]::new);
    var loader = new URLClassLoader(PluginFrame.loaderName(code.origin()), urls, api);
    var source = new PluginSource(code.origin().toString(), loader, code.own(), code.all());
    boolean isChecked = hasServices(source);
    code.all().stream()
        .filter(Files::isRegularFile)
        .forEach(file -> requireJar(file, code, isChecked));
    return source;
  }

  private static void requireJar(Path file, PluginCode code, boolean isChecked) {
    try (var jar = new JarFile(file.toFile())) {
      if (isChecked) {
        requireNoOthers(file, jar, code);
      }
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "the plugin file %s is not a jar: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** Classes of other files would be in no key and in no copy of the jar. */
  private static void requireNoOthers(Path file, JarFile jar, PluginCode code) throws IOException {
    List<String> others =
        classPath(jar).stream().filter(each -> isOther(file.resolveSibling(each), code)).toList();
    if (!others.isEmpty()) {
      throw refused(
          file, "the Class-Path of its manifest names others: " + String.join(" ", others));
    }
    if (jar.getEntry(INDEX) != null) {
      throw refused(file, "it has an index of jars, " + INDEX);
    }
  }

  private static List<String> classPath(JarFile jar) throws IOException {
    Manifest manifest = Optional.ofNullable(jar.getManifest()).orElseGet(Manifest::new);
    String path = manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
    return path == null || path.isBlank() ? List.of() : List.of(path.strip().split("\\s+"));
  }

  /** Libraries may name jars that are nowhere; those of the folder are in its keys and copies. */
  private static boolean isOther(Path named, PluginCode code) {
    return code.libraries().isEmpty()
        || (Files.exists(named) && !code.all().contains(named.normalize()));
  }

  private static IllegalArgumentException refused(Path file, String found) {
    return new IllegalArgumentException(
        "the classes of the plugin jar %s must be in it or in jars of %s/ beside it, but %s; put them there, and leave that out"
            .formatted(file, PluginCode.LIBRARIES, found));
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("the plugin path %s is not a file".formatted(path), e);
    }
  }
}
