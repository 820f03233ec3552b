package dev.kassei.batch.history;

import dev.kassei.results.record.FileSum;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The configuration file that made a folder, told in two ways, of which one stays when a project or
 * its results are moved.
 *
 * @param file its path from the folder
 * @param place a sum of its absolute path, which a folder that is mailed does not give away
 */
record Origin(String file, String place) {
  static Origin of(Path file, Path folder) {
    Path real = real(file);
    Path from = real(folder);
    String relative = file.toString();
    if (real.getRoot() != null && real.getRoot().equals(from.getRoot())) {
      relative = from.relativize(real).toString();
    }
    byte[] absolute = real.toString().getBytes(StandardCharsets.UTF_8);
    return new Origin(relative.replace('\\', '/'), FileSum.of(absolute));
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }

  /** Whether it lies in the folder itself, from where a batch resumes wherever it was moved. */
  boolean isInside() {
    return !file.contains("/");
  }

  /** Whether it is the same file, seen from the folder or by its place. */
  boolean is(Origin other) {
    return file.equals(other.file) || place.equals(other.place);
  }
}
