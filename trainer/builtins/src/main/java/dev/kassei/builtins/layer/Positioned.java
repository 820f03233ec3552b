package dev.kassei.builtins.layer;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Rows;

/** Refuses inputs whose rows have other positions than a layer needs, and says what to do. */
final class Positioned {
  private Positioned() {}

  /** Items of a single row. */
  static void requireNone(Expr x) {
    require(
        axes(x) == 0,
        "expected a single row for each item, but got %s; put flatten before it",
        x.shape());
  }

  /** Sequences. */
  static void requireSequence(Expr x) {
    require(
        axes(x) == 1,
        "expected a sequence, batch·steps × channels, but got %s; put {type: reshape, shape:"
            + " [steps, channels]} before it",
        x.shape());
  }

  /** Images. */
  static void requireImage(Expr x) {
    require(
        axes(x) == 2,
        "expected an image, batch·height·width × channels, but got %s; put {type: reshape, shape:"
            + " [height, width, channels]} before it, or take a data set of images",
        x.shape());
  }

  /** Sequences or images. */
  static void requireAny(Expr x) {
    require(
        axes(x) > 0,
        "expected images or sequences, but got %s; put {type: reshape, shape: [height, width,"
            + " channels]} before it, or take a data set of images",
        x.shape());
  }

  private static int axes(Expr x) {
    Rows rows = x.shape().rows();
    return rows.batched() ? rows.sizes().size() : 0;
  }
}
