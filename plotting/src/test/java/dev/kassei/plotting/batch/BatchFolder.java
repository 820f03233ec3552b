package dev.kassei.plotting.batch;

import dev.kassei.results.record.BatchFiles;
import dev.kassei.results.record.FileSum;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A copy of a folder that the trainer's tests write batches like. */
public final class BatchFolder {
  private static final Path SAMPLES = Path.of("../trainer/batch/src/test/resources/batches");

  private final Path path;

  private BatchFolder(Path path) {
    this.path = path;
  }

  /** A folder whose files are there already. */
  static BatchFolder at(Path path) {
    return new BatchFolder(path);
  }

  /** Four methods on one data set, tuned; two trials failed. */
  public static BatchFolder oneDataset(Path path) {
    return copy("one-dataset", path);
  }

  /** Five methods on twelve data sets. */
  public static BatchFolder manyDatasets(Path path) {
    return copy("many-datasets", path);
  }

  private static BatchFolder copy(String name, Path path) {
    try (Stream<Path> files = Files.list(SAMPLES.resolve(name))) {
      for (Path file : files.toList()) {
        Files.copy(file, path.resolve(file.getFileName()));
      }
      return new BatchFolder(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Changes the text of a file, as if the batch had written it so. */
  BatchFolder with(String file, UnaryOperator<String> change) {
    return changed(file, change).signed();
  }

  /** Changes the text of a file as somebody would do it afterwards. */
  BatchFolder changed(String file, UnaryOperator<String> change) {
    try {
      Files.writeString(path.resolve(file), change.apply(Files.readString(path.resolve(file))));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names the files as they are now in {@code results.json}. */
  BatchFolder signed() {
    var sums = new ArrayList<String>();
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        boolean isConfig = file.endsWith(BatchFiles.CONFIG);
        String sum = isConfig ? FileSum.ofConfig(file) : FileSum.of(file);
        sums.add("\"%s\": \"%s\"".formatted(file.getFileName(), sum));
      }
      Files.writeString(
          path.resolve(BatchFiles.RESULTS),
          "{\"format\": 1, \"files\": {%s}}".formatted(String.join(", ", sums)));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts another text for one in all files that results are read from. */
  BatchFolder replacing(String text, String other) {
    for (String file :
        new String[] {
          BatchFiles.STATISTICS, BatchFiles.TRIALS, BatchFiles.CURVES, BatchFiles.CONFIG
        }) {
      with(file, content -> content.replace(text, other));
    }
    return this;
  }

  BatchFolder without(String file) {
    try {
      Files.delete(path.resolve(file));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public BatchFolder withSurface(int trial, byte[] bytes) {
    try {
      Path surfaces = Files.createDirectories(path.resolve(BatchFiles.SURFACES));
      String row = Files.readAllLines(path.resolve(BatchFiles.TRIALS)).get(trial);
      String digest = row.substring(row.lastIndexOf(',') + 1);
      Files.write(surfaces.resolve(BatchFiles.surface(digest)), bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path path() {
    return path;
  }
}
