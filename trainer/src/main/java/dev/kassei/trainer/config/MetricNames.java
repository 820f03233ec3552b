package dev.kassei.trainer.config;

import dev.kassei.trainer.plugin.Families;
import dev.kassei.trainer.plugin.Plugins;
import java.util.ArrayList;
import java.util.List;

/** Knows the metrics that can be named where trials are scored or compared. */
final class MetricNames {
  private final Plugins plugins;
  private final Problems problems;

  MetricNames(Plugins plugins, Problems problems) {
    this.plugins = plugins;
    this.problems = problems;
  }

  /** Reports a metric that is unknown. */
  void check(Measure measure, Node node, String path) {
    var known = new ArrayList<>(List.of("loss"));
    known.addAll(plugins.of(Families.METRIC).names());
    if (!measure.isRunningLoss() && !known.contains(measure.metric())) {
      String hint = Suggestions.didYouMean(measure.metric(), known);
      problems.add(
          node.location(),
          Paths.key(path, BatchKeys.METRIC),
          "unknown metric %s%s Known metrics: %s"
              .formatted(
                  Words.quoted(measure.metric()),
                  hint.isEmpty() ? "." : hint,
                  String.join(", ", known)));
    }
  }
}
