package dev.kassei.batch.run;

import dev.kassei.results.file.Sync;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A disk that keeps nothing but what was synced: contents of files, and names in folders. The power
 * goes with one of the syncs. Mutable.
 */
final class PowerCut implements Sync {
  private static final Object FOLDER = "a folder";

  private final Map<Object, byte[]> contents = new HashMap<>();
  private final Map<Path, Map<String, Object>> names = new HashMap<>();
  private int left;

  /** Lets so many syncs succeed. */
  PowerCut(int syncs) {
    left = syncs;
  }

  /** Whether the power is still there. */
  synchronized boolean isOn() {
    return left >= 0;
  }

  @Override
  public synchronized void file(Path file) throws IOException {
    use();
    contents.put(identity(file), Files.readAllBytes(file));
  }

  @Override
  public synchronized void names(Path folder) throws IOException {
    use();
    Map<String, Object> files = new HashMap<>();
    for (Path file : files(folder)) {
      files.put(file.getFileName().toString(), identity(file));
    }
    names.put(folder, files);
  }

  private void use() throws IOException {
    left--;
    if (left < 0) {
      throw new IOException("the power is cut");
    }
  }

  @Override
  public Duration interval() {
    return Duration.ZERO;
  }

  /** Makes a folder and those in it what is found after the cut. */
  void restore(Path folder) throws IOException {
    Map<String, Object> known = names.getOrDefault(folder, Map.of());
    for (Path file : files(folder)) {
      if (!Files.isDirectory(file) || !known.containsKey(file.getFileName().toString())) {
        delete(file);
      }
    }
    for (Map.Entry<String, Object> name : known.entrySet()) {
      Path file = folder.resolve(name.getKey());
      if (name.getValue().equals(FOLDER)) {
        restore(Files.createDirectories(file));
      } else {
        Files.write(file, contents.getOrDefault(name.getValue(), new byte[0]));
      }
    }
  }

  private static void delete(Path path) throws IOException {
    try (Stream<Path> all = Files.walk(path)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static Object identity(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      return FOLDER;
    }
    Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    return Objects.requireNonNullElse(key, file);
  }
}
