package dev.kassei.engine;

import dev.kassei.api.Initializer;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Rows;
import dev.kassei.api.expr.Shape;
import dev.kassei.api.expr.Window;
import java.util.ArrayList;
import java.util.Random;
import java.util.stream.IntStream;

/** A layer over positions, drawn at random: rows become images or sequences and rows again. */
final class RandomPositions {
  private static final Initializer HALF_NORMAL = (fans, draws, index) -> 0.5 * draws.normal(index);

  /** Of the rows that a layer returns. */
  private static final int MAX_WIDTH = 60;

  private final Random random;

  RandomPositions(Random random) {
    this.random = random;
  }

  /** From rows to rows. */
  Expr layer(Expr x) {
    Expr image = image(x);
    for (int i = random.nextInt(3); i >= 0; i--) {
      image = next(image.at(x.path() + ".part" + i));
    }
    Expr rows = chance(2) ? image.flattened() : summed(image);
    return rows.width() > MAX_WIDTH ? rows.columns(1, MAX_WIDTH) : rows;
  }

  private static Expr summed(Expr image) {
    Expr rows = image;
    while (rows.shape().rows().hasPositions()) {
      rows = rows.innerSum();
    }
    return rows;
  }

  /** As many channels as divide the columns, and the rest as positions in one axis or two. */
  private Expr image(Expr x) {
    int channels = divisor(x.width());
    int positions = x.width() / channels;
    int height = chance(2) ? 1 : divisor(positions);
    Rows rows = Rows.BATCH.times(positions / height);
    return x.reshape(new Shape(height == 1 ? rows : rows.times(height), channels));
  }

  private int divisor(int number) {
    int[] all = IntStream.rangeClosed(1, number).filter(i -> number % i == 0).toArray();
    return all[random.nextInt(all.length)];
  }

  private Expr next(Expr x) {
    return switch (random.nextInt(9)) {
      case 0, 1 -> convolution(x);
      case 2 -> pooled(x, Double.NEGATIVE_INFINITY);
      case 3 -> pooled(x, 0);
      case 4 -> x.transposed();
      case 5 -> attention(x);
      case 6 -> x.minus(x.innerMean().repeatInner(x.shape().rows().inner()));
      case 7 -> scaled(x);
      default -> x.innerFirstMax().times(x).plus(0.5);
    };
  }

  private Expr convolution(Expr x) {
    Window window = window(x.shape().rows());
    int units = 1 + random.nextInt(chance(4) ? 20 : 4);
    Expr weights = x.weights("weight", window, x.width(), units, HALF_NORMAL);
    return x.windows(window).matmul(weights);
  }

  private Expr pooled(Expr x, double fill) {
    Window window = window(x.shape().rows()).filled(fill);
    Expr seen = x.windows(window);
    Rows taps = seen.shape().rows().times(window.taps());
    Expr values = seen.reshape(new Shape(taps, x.width()));
    return fill == 0 ? values.innerSum() : values.innerMax().max(-1e3);
  }

  /** By a column of factors, read as a row. */
  private static Expr scaled(Expr x) {
    Expr factors = x.parameter("factors", Shape.fixed(x.width(), 1), HALF_NORMAL);
    return x.times(factors.reshape(Shape.fixed(1, x.width())));
  }

  private Expr attention(Expr x) {
    Expr keys = chance(2) ? x : x.tanh();
    Expr scores = x.innerMatmulTransposed(keys).min(3).exp();
    Expr weights = scores.over(scores.rowSum());
    return chance(2)
        ? weights.innerMatmul(x)
        : x.innerTransposedMatmul(x).tanh().innerMatmul(x.transposed()).transposed();
  }

  private Window window(Rows rows) {
    var kernel = new ArrayList<Integer>();
    var stride = new ArrayList<Integer>();
    var before = new ArrayList<Integer>();
    var after = new ArrayList<Integer>();
    var dilation = new ArrayList<Integer>();
    for (int size : rows.sizes()) {
      int taps = 1 + random.nextInt(Math.min(3, size));
      kernel.add(taps);
      stride.add(1 + random.nextInt(2));
      before.add(random.nextInt(3));
      after.add(random.nextInt(3));
      dilation.add(taps == 1 ? 1 : 1 + random.nextInt((size - 1) / (taps - 1)));
    }
    return Window.of(kernel).strided(stride).padded(before, after).dilated(dilation);
  }

  private boolean chance(int in) {
    return random.nextInt(in) == 0;
  }
}
