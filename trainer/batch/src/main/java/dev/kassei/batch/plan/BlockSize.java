package dev.kassei.batch.plan;

import dev.kassei.batch.plan.BlockReader.Part;
import dev.kassei.experiment.config.tree.CoreSchema;
import dev.kassei.experiment.config.tree.Node;
import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Node.Scalar;
import dev.kassei.experiment.config.tree.Node.Sequence;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * How many combinations a block makes before conditions and exclusions, counted without making a
 * value: a form such as {@code {from: 1, count: 1000000}} says itself how many it makes. What
 * cannot be read counts once; it is reported when it is read.
 */
final class BlockSize {
  private final AxisReader axes;

  BlockSize(AxisReader axes) {
    this.axes = axes;
  }

  /** The product over all dimensions of the block that parts make together. */
  double of(List<Part> parts) {
    return product(
        parts.stream()
            .flatMap(part -> part.map().entries().entrySet().stream())
            .mapToDouble(entry -> size(entry.getKey(), entry.getValue().value())));
  }

  private double size(String key, Node node) {
    return switch (key) {
      case AxisKeys.GRID -> product(counts(node));
      case AxisKeys.ZIP -> counts(node).findFirst().orElse(1);
      case AxisKeys.LIST -> node instanceof Sequence list ? Math.max(1, list.items().size()) : 1;
      case AxisKeys.RANDOM -> samples(node);
      default -> 1;
    };
  }

  private DoubleStream counts(Node node) {
    return node instanceof Mapping map
        ? map.entries().entrySet().stream()
            .mapToDouble(axis -> Math.max(1, axes.count(axis.getKey(), axis.getValue())))
        : DoubleStream.empty();
  }

  private static double samples(Node node) {
    if (node instanceof Mapping map
        && map.get(BlockReader.SAMPLES).orElse(map) instanceof Scalar scalar) {
      long samples = CoreSchema.integer(scalar).orElse(1);
      return samples > 0 && samples <= ValueForm.MAX_VALUES ? samples : 1;
    }
    return 1;
  }

  private static double product(DoubleStream factors) {
    return factors.reduce(1, (a, b) -> a * b);
  }
}
