package dev.kassei.batch.plan;

import dev.kassei.experiment.config.tree.FileNames;
import dev.kassei.experiment.config.tree.Location;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers which scalars were paths, and how the main file would write them. */
final class RebasedPaths implements FileNames {
  private final FileNames files;
  private final Map<Location, String> known = new HashMap<>();

  RebasedPaths(FileNames files) {
    this.files = files;
  }

  @Override
  public Optional<String> rebased(Location location, String text, String path) {
    Optional<String> rebased = files.rebased(location, text, path);
    rebased.filter(moved -> !moved.equals(text)).ifPresent(moved -> known.put(location, moved));
    return rebased;
  }

  /** What the main file would write for what stands at a place. */
  String text(Location location, String text) {
    return known.getOrDefault(location, text);
  }
}
