package dev.kassei.experiment.plugin;

import dev.kassei.results.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The plugins that a run can use: those on the class path, and those in jars and folders beside it.
 * A family is looked up when it is first asked for. Not for use by several threads at once.
 */
public final class Plugins {
  private final List<PluginSource> sources;
  private final Map<Family<?>, Catalogue<?>> catalogues = new IdentityHashMap<>();

  private Plugins(List<PluginSource> sources) {
    this.sources = List.copyOf(sources);
  }

  /** The plugins on the class path. */
  public static Plugins builtIn() {
    ClassLoader loader = Plugins.class.getClassLoader();
    return new Plugins(List.of(new PluginSource(PluginSource.BUILT_IN, loader)));
  }

  /**
   * These plugins and those at the paths: jars, folders of jars, folders of classes.
   *
   * @throws IllegalArgumentException if a path holds none; the message says why
   */
  public Plugins and(List<Path> paths) {
    if (paths.isEmpty()) {
      return this;
    }
    var all = new ArrayList<>(sources);
    var opener = new PluginPath();
    paths.forEach(path -> all.addAll(opener.open(path)));
    return new Plugins(all);
  }

  /** The plugins of a family. */
  @SuppressWarnings("unchecked")
  public <T> Catalogue<T> of(Family<T> family) {
    return (Catalogue<T>)
        catalogues.computeIfAbsent(family, key -> new Discovery<>(family).in(sources));
  }

  /**
   * The jars and folders that are not built in, by path, each with the SHA-256 of the file, or of
   * what the folder holds.
   *
   * @throws IOException if one cannot be read any more
   */
  public Map<String, String> hashes() throws IOException {
    var hashes = new LinkedHashMap<String, String>();
    for (PluginSource source : sources) {
      if (!source.isBuiltIn()) {
        Path place = Path.of(source.origin());
        hashes.put(
            source.origin().replace('\\', '/'),
            Files.isDirectory(place) ? CodeContent.hash(place) : Sha256.of(place));
      }
    }
    return hashes;
  }

  /** What is wrong with plugins of any family; their constructors run to find out. */
  public List<PluginProblem> problems() {
    return Families.ALL.stream()
        .flatMap(family -> of(family).tried().problems().stream())
        .distinct()
        .toList();
  }
}
