package dev.kassei.batch.plan;

import dev.kassei.experiment.config.tree.Paths;
import dev.kassei.experiment.config.tree.Problems;
import dev.kassei.experiment.config.tree.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the printed values of axes mean: all that a value says but its name. */
final class AxisContents {
  private final Map<String, Map<String, String>> contents = new LinkedHashMap<>();
  private final Problems problems;

  private AxisContents(Problems problems) {
    this.problems = problems;
  }

  /** By path and label. One name for two values, as two blocks may give, is a problem. */
  static Map<String, Map<String, String>> of(List<Block> blocks, Problems problems) {
    var all = new AxisContents(problems);
    blocks.forEach(block -> block.axes().forEach(all::add));
    return all.contents;
  }

  private void add(Axis axis) {
    Map<String, String> known =
        contents.computeIfAbsent(axis.path(), path -> new LinkedHashMap<>());
    for (AxisValue value : axis.values()) {
      String before = known.putIfAbsent(value.label(), value.content());
      if (before != null && !before.equals(value.content())) {
        problems.add(
            value.node().location(),
            Paths.key(AxisKeys.BATCH, axis.path()),
            "%s is the name of two values, %s and %s; give each a name of its own"
                .formatted(
                    Words.quoted(value.label()),
                    Words.shown(before),
                    Words.shown(value.content())));
      }
    }
  }
}
