package dev.kassei.batch.plan;

import dev.kassei.experiment.config.KnownMetrics;
import dev.kassei.experiment.config.LayerStatistics;
import dev.kassei.experiment.config.Measure;
import dev.kassei.experiment.config.Measured;
import dev.kassei.experiment.config.tree.Keys;
import dev.kassei.experiment.config.tree.Node;
import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Node.Scalar;
import dev.kassei.experiment.config.tree.Node.Sequence;
import dev.kassei.experiment.config.tree.Paths;
import dev.kassei.experiment.config.tree.Problems;
import dev.kassei.experiment.plugin.Families;
import dev.kassei.experiment.plugin.Plugins;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Knows the metrics that any experiment of a batch can have, so that a misspelt one is reported
 * among all other mistakes. Whether each trial has it is checked once there are trials.
 */
final class MetricNames {
  private static final String METRICS = "metrics";
  private static final String LAYER_STATISTICS = "layer_statistics";

  private final Mapping base;
  private final Plugins plugins;
  private final Problems problems;

  /**
   * @param base the experiment beside the batch
   */
  MetricNames(Mapping base, Plugins plugins, Problems problems) {
    this.base = base;
    this.plugins = plugins;
    this.problems = problems;
  }

  /** Reports a metric that is unknown. */
  void check(Measure measure, Node node, String path) {
    var known = new ArrayList<>(List.of("loss"));
    known.addAll(plugins.of(Families.METRIC).names());
    given().forEach(known::add);
    if (base.get(LAYER_STATISTICS).isPresent()) {
      known.addAll(LayerStatistics.METRICS);
    }
    boolean isMetric = !measure.isRunningLoss() && !measure.isEpochsToTarget();
    if (isMetric && !known.contains(measure.metric())) {
      problems.add(
          node.location(),
          Paths.key(path, BatchKeys.METRIC),
          Measured.unknown(measure.metric(), known, new KnownMetrics(plugins).canonicalNames()));
    }
  }

  /** The names that metrics are given. */
  private Stream<String> given() {
    Optional<Node> metrics = base.get(METRICS);
    List<Node> items =
        metrics.orElse(base) instanceof Sequence list ? list.items() : metrics.stream().toList();
    return items.stream()
        .flatMap(item -> item instanceof Mapping map ? map.get(Keys.NAME).stream() : Stream.of())
        .flatMap(name -> name instanceof Scalar scalar ? Stream.of(scalar.text()) : Stream.of());
  }
}
