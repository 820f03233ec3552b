package dev.kassei.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The experiments in {@code configs}. */
public final class Configs {
  public static final Path FOLDER = Path.of("..", "configs");
  public static final Path PERCEPTRON = FOLDER.resolve("xor-perceptron.yaml");
  public static final Path MLP = FOLDER.resolve("xor-mlp.yaml");
  public static final Path CSV = FOLDER.resolve("csv-classification.yaml");

  private Configs() {}

  /** All that can be run. */
  public static List<Path> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
