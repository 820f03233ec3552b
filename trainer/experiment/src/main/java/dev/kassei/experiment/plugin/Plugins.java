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
import java.util.stream.Stream;

/**
 * The plugins that a run can use: those on the class path, those in jars and folders beside it, and
 * those that a program has given. A family is looked up when it is first asked for. For use by
 * several threads.
 */
public final class Plugins {
  private final List<PluginSource> sources;
  private final List<GivenPlugin> given;
  private final Map<Family<?>, Catalogue<?>> catalogues = new IdentityHashMap<>();

  private Plugins(List<PluginSource> sources, List<GivenPlugin> given) {
    this.sources = List.copyOf(sources);
    this.given = List.copyOf(given);
  }

  /** The plugins on the class path. */
  public static Plugins builtIn() {
    ClassLoader loader = Plugins.class.getClassLoader();
    return new Plugins(List.of(PluginSource.builtIn(loader)), List.of());
  }

  /**
   * These plugins and those at the paths: jars, folders of jars, folders of classes, projects.
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
    return new Plugins(all, given);
  }

  /**
   * These plugins and a record that a program has made, under the name it declares. What it holds
   * are the defaults of that name.
   *
   * @throws IllegalArgumentException if it can be no plugin; the message says why
   */
  public Plugins with(Record plugin) {
    return with(GivenPlugin.of(plugin));
  }

  /**
   * These plugins and an object that a program has made, such as a data set in memory.
   *
   * @param name what configurations call it
   */
  public Plugins with(String name, Object plugin) {
    return with(new GivenPlugin(name, plugin));
  }

  private Plugins with(GivenPlugin plugin) {
    var all = new ArrayList<>(given);
    all.add(plugin);
    return new Plugins(sources, all);
  }

  /** The names of the records that a program has given. */
  public List<String> givenRecords() {
    return given.stream()
        .filter(each -> each.plugin() instanceof Record)
        .map(GivenPlugin::name)
        .toList();
  }

  /** The plugins of a family. */
  @SuppressWarnings("unchecked")
  public synchronized <T> Catalogue<T> of(Family<T> family) {
    return (Catalogue<T>)
        catalogues.computeIfAbsent(family, key -> new Discovery<>(family).in(sources, given));
  }

  /**
   * What is not built in: jars and folders by path, those that plugins need among them, each with
   * the SHA-256 of the file, or of what the folder holds; given records by class, with that of the
   * jar or folder it comes from.
   *
   * @throws IOException if one cannot be read any more
   */
  public Map<String, String> hashes() throws IOException {
    var hashes = new LinkedHashMap<String, String>();
    for (PluginSource source : sources) {
      for (Path place : source.code()) {
        hashes.put(
            place.toString().replace('\\', '/'),
            Files.isDirectory(place) ? CodeContent.hash(place) : Sha256.of(place));
      }
    }
    for (GivenPlugin each : given) {
      if (each.plugin() instanceof Record) {
        hashes.put(each.type().getName(), each.code());
      }
    }
    return hashes;
  }

  /** What is wrong with plugins of any family; their constructors run to find out. */
  public List<PluginProblem> problems() {
    Stream<PluginProblem> unlisted =
        sources.stream()
            .filter(source -> !source.isBuiltIn())
            .flatMap(source -> Unlisted.in(source).stream().map(each -> each.problem(source)));
    Stream<PluginProblem> unusable =
        Families.ALL.stream().flatMap(family -> of(family).tried().problems().stream());
    return Stream.concat(unlisted, unusable).distinct().toList();
  }
}
