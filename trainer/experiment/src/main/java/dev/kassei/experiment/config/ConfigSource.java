package dev.kassei.experiment.config;

import dev.kassei.experiment.config.tree.ConfigFiles;
import dev.kassei.experiment.config.tree.KeyForm;
import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Problems;
import dev.kassei.experiment.config.tree.YamlReader;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a configuration stands: in a file, in a stream, or in the memory of a program.
 *
 * @param path the file, or what takes its place in messages; relative paths start in its folder
 * @param moved where files are now that paths in it name, by the path as it is written
 */
public record ConfigSource(Path path, Reading reading, Map<String, Path> moved) {
  public ConfigSource {
    moved = Map.copyOf(moved);
  }

  private ConfigSource(Path path, Reading reading) {
    this(path, reading, Map.of());
  }

  /** Reads the tree. */
  @FunctionalInterface
  public interface Reading {
    /** The tree in a form, over those it extends. */
    Mapping tree(ConfigFiles files, KeyForm form, Problems problems);
  }

  /** A YAML file, named in messages as it is given here. */
  public static ConfigSource file(Path path) {
    return new ConfigSource(path, (files, form, problems) -> files.read());
  }

  /** YAML text. */
  public static ConfigSource text(String name, String yaml) {
    return new ConfigSource(
        Path.of(name),
        (files, form, problems) -> files.read(YamlReader.document(name, yaml, form, problems)));
  }

  /** YAML text that a stream ends with; it stays open. */
  public static ConfigSource stream(String name, InputStream in) {
    return new ConfigSource(Path.of(name), (files, form, problems) -> files.read(in));
  }

  /** A tree whose keys are nested, but for those of axes. */
  public static ConfigSource tree(String name, Mapping tree) {
    return new ConfigSource(
        Path.of(name), (files, form, problems) -> files.read(form.canonical(tree, problems)));
  }

  /** The same with copies of files that paths in it name. */
  public ConfigSource with(Map<String, Path> copies) {
    return new ConfigSource(path, reading, copies);
  }
}
