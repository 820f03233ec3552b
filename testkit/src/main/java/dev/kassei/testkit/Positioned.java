package dev.kassei.testkit;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Layer;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Rows;
import dev.kassei.api.expr.Shape;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A layer of images or sequences as a layer of rows: the numbers of a row are an item's, position
 * by position, and so are the results.
 *
 * @param positions of the layer's input, without axes for one that takes rows
 */
record Positioned(Layer layer, List<Integer> positions) implements Layer {
  private static final int WIDEST = 16;
  private static final List<List<Integer>> CHOICES = List.of(List.of(), List.of(8), List.of(4, 4));

  /** The layer with positions that it takes; the layer itself if it takes none of them. */
  static Layer of(Layer layer) {
    Optional<Positioned> first =
        CHOICES.stream()
            .map(positions -> new Positioned(layer, positions))
            .filter(Positioned::takesAny)
            .findFirst();
    return first.isPresent() && first.get().isNeeded() ? first.get() : layer;
  }

  private boolean takesAny() {
    return IntStream.rangeClosed(1, WIDEST).anyMatch(this::takes);
  }

  private boolean isNeeded() {
    return !positions.isEmpty()
        || IntStream.rangeClosed(1, WIDEST)
            .filter(this::takes)
            .anyMatch(width -> !isRow(layer.apply(Subject.input(width))));
  }

  private static boolean isRow(Expr y) {
    return y.shape().rows().equals(Rows.BATCH) || !y.shape().rows().batched();
  }

  private boolean takes(int width) {
    try {
      apply(Subject.input(width));
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  @Override
  public Expr apply(Expr x) {
    int count = positions.stream().reduce(1, Math::multiplyExact);
    require(x.width() % count == 0, "%s numbers do not fill %s positions", x.width(), positions);
    Rows rows = Rows.BATCH.times(positions.toArray(Integer[]::new));
    Expr y = layer.apply(x.reshape(new Shape(rows, x.width() / count)));
    return isRow(y) ? y : y.flattened();
  }
}
