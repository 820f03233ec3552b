package dev.kassei.engine;

import dev.kassei.api.Initializer;
import dev.kassei.api.Optimizer;
import dev.kassei.api.OptimizerStep;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.RowFunction;
import dev.kassei.api.expr.Rows;
import dev.kassei.api.expr.Shape;
import dev.kassei.engine.plan.Program;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

/**
 * A program that trains, drawn at random: layers that read one another, windows and products over
 * positions, states, noise, tables, and an optimizer whose slots read one another. Inputs are
 * {@link #X}, {@link #TARGET} and {@link #INDEX}, some of which a program may not read.
 */
final class RandomProgram {
  static final String X = "x";
  static final String TARGET = "target";

  /** Of {@link #CATEGORIES} rows of a table. */
  static final String INDEX = "index";

  static final int CATEGORIES = 4;

  private static final int MAX_WIDTH = 80;
  private static final Initializer HALF_NORMAL = (fans, draws, index) -> 0.5 * draws.normal(index);

  private final Random random;
  private final int width;
  private final Expr index = Expr.input(INDEX, Shape.batch(1));
  private final List<Expr> layers = new ArrayList<>();

  RandomProgram(Random random) {
    this.random = random;
    this.width = 1 + random.nextInt(6);
  }

  /** The columns of {@link #X}. */
  int width() {
    return width;
  }

  Program make() {
    layers.add(Expr.input(X, Shape.batch(width)));
    int count = 2 + random.nextInt(7);
    for (int i = 0; i < count; i++) {
      layers.add(next("layer" + i));
    }
    Expr response = layers.get(count);
    for (int i = 1; i < count; i += 2) {
      Expr sum = response.rowMean().plus(layers.get(i).rowMean().times(0.5));
      response = sum.plus(response.times(0.1));
    }
    Expr losses = response.rowMean().minus(Expr.input(TARGET, Shape.batch(1))).square().min(1e3);
    return Programs.training(response, losses, Optional.of(rule()));
  }

  private UpdateRule rule() {
    Optimizer first = optimizer();
    Optimizer other = chance(3) ? optimizer() : first;
    boolean isAdaptive = chance(2);
    return new UpdateRule(
        name -> name.endsWith("weight") ? first : other,
        name -> name.endsWith("bias") ? 0.5 : 1,
        chance(4) ? OptionalDouble.of(0.1) : OptionalDouble.empty(),
        chance(3) ? OptionalDouble.of(0.5) : OptionalDouble.empty(),
        chance(3),
        chance(3) ? Optional.of(new UpdateRule.Perturbation(0.1, isAdaptive)) : Optional.empty());
  }

  private Expr next(String name) {
    Expr y = layer(any().at(name));
    Expr narrow = y.width() > MAX_WIDTH ? y.columns(0, 10) : y;
    return chance(3) ? function(narrow) : narrow;
  }

  private Expr layer(Expr x) {
    int columns = x.width();
    return switch (random.nextInt(22)) {
      case 0, 1, 2 -> dense(x);
      case 3 -> binary(x, ofWidth(columns).orElse(x.rowSum()));
      case 4 -> softmax(x);
      case 5 -> normalized(x);
      case 6 -> dropout(x);
      case 7 -> x.concat(function(x));
      case 8 -> columns(x);
      case 9 -> x.pad(random.nextInt(3), columns + 3);
      case 10 -> columns % 2 == 0 ? reshaped(x) : x.rowMean();
      case 11 -> x.plus(parameter(x, "table", Shape.fixed(CATEGORIES, columns)).gather(index));
      case 12 -> x.rowFunction(new TimesFirst(0.5), 1 + random.nextInt(4));
      case 13 -> x.times(parameter(x, "slope", chance(2) ? Shape.SCALAR : Shape.fixed(1, columns)));
      case 14 -> x.plus(x.sum().times(0.01));
      case 15 -> x.rowMax().concat(x);
      case 16 -> counted(x);
      case 17, 18, 19, 20 -> new RandomPositions(random).layer(x);
      default -> function(x);
    };
  }

  private Expr dense(Expr x) {
    int units = 1 + random.nextInt(chance(4) ? 40 : 9);
    Expr product = x.matmul(x.weights("weight", x.width(), units, HALF_NORMAL));
    return chance(2) ? product.plus(parameter(x, "bias", Shape.fixed(1, units))) : product;
  }

  private static Expr softmax(Expr x) {
    Expr shifted = x.minus(x.rowMax().detached());
    return shifted.exp().over(shifted.exp().rowSum());
  }

  /** By the batch in training, by a running mean in inference. */
  private static Expr normalized(Expr x) {
    Expr mean = x.columnMean();
    Expr centred = x.minus(mean);
    Expr variance = centred.square().columnMean();
    Expr running = x.state("mean", Shape.fixed(1, x.width()), 0.25);
    Expr next = running.times(0.9).plus(mean.times(0.1));
    return centred
        .over(variance.plus(1e-3).sqrt())
        .updating(running, next)
        .byMode(x.minus(running));
  }

  private static Expr dropout(Expr x) {
    Expr stays = x.uniform("noise", 0, 1).greaterThan(0.3);
    return x.times(Expr.where(stays, Expr.constant(1 / 0.7), Expr.constant(0))).byMode(x);
  }

  private Expr columns(Expr x) {
    int from = random.nextInt(x.width());
    return x.columns(from, from + 1 + random.nextInt(x.width() - from));
  }

  private Expr reshaped(Expr x) {
    var halves = new Shape(Rows.BATCH.times(2), x.width() / 2);
    return function(x.reshape(halves)).rowSum().reshape(Shape.batch(2));
  }

  /** By states of which one may become what the other was. */
  private Expr counted(Expr x) {
    Expr count = x.state("count", Shape.SCALAR, 1);
    Expr old = x.state("old", Shape.SCALAR, 2);
    return x.times(count.over(old))
        .updating(count, count.plus(1))
        .updating(old, chance(2) ? count : old.plus(count));
  }

  private static Expr parameter(Expr layer, String name, Shape shape) {
    return layer.parameter(name, shape, HALF_NORMAL);
  }

  private Expr function(Expr x) {
    return switch (random.nextInt(20)) {
      case 0 -> x.exp().min(5);
      case 1 -> x.tanh();
      case 2 -> x.sigmoid();
      case 3 -> x.softplus();
      case 4 -> x.erf();
      case 5 -> x.sin();
      case 6 -> x.cos();
      case 7 -> x.atan();
      case 8 -> x.abs().plus(1).sqrt();
      case 9 -> x.max(0);
      case 10 -> x.min(0).expm1().plus(x.max(0));
      case 11 -> x.abs().log1p();
      case 12 -> x.square();
      case 13 -> x.negate();
      case 14 -> x.times(eighths());
      case 15 -> x.plus(eighths());
      case 16 -> Expr.where(x.greaterThan(0), x, x.exp().minus(1));
      case 17 -> x.clip(-1, 1);
      case 18 -> x.sign().times(x);
      default -> x.power(2).over(x.square().plus(1));
    };
  }

  private Expr binary(Expr a, Expr b) {
    return switch (random.nextInt(7)) {
      case 0 -> a.plus(b);
      case 1 -> a.minus(b);
      case 2 -> a.times(b);
      case 3 -> a.over(b.square().plus(1));
      case 4 -> a.max(b);
      case 5 -> a.min(b);
      default -> Expr.where(a.greaterThan(b), a, b.times(a));
    };
  }

  private Optimizer optimizer() {
    return new DrawnOptimizer(random.nextInt(6));
  }

  private Expr any() {
    return layers.get(random.nextInt(layers.size()));
  }

  private Optional<Expr> ofWidth(int columns) {
    return layers.stream().filter(each -> each.width() == columns).findFirst();
  }

  private boolean chance(int in) {
    return random.nextInt(in) == 0;
  }

  private double eighths() {
    return (random.nextInt(9) - 4) / 4.0 + 0.125;
  }

  /**
   * Rules whose slots become one another, the weight, or what the weight becomes; some have other
   * weights in inference.
   */
  private record DrawnOptimizer(int kind) implements Optimizer {
    @Override
    public double learningRate() {
      return 0.01;
    }

    @Override
    public Expr inferenceWeight(Expr weight) {
      return switch (kind) {
        case 2 -> weight.minus(weight.state("a", 0.5).times(0.25));
        case 3 -> weight.state("b", 0.25);
        case 5 -> weight.plus(weight.square().sum().times(0.01));
        default -> weight;
      };
    }

    @Override
    public Expr update(Expr weight, Expr gradient, OptimizerStep step) {
      Expr a = weight.state("a", 0.5);
      Expr b = weight.state("b", 0.25);
      Expr c = weight.state("c", 0.125);
      Expr descent = weight.minus(gradient.times(step.rate()));
      return switch (kind) {
        case 0 -> descent;
        case 1 -> {
          Expr mean = a.times(0.9).plus(gradient.times(0.1));
          Expr square = b.times(0.99).plus(gradient.square().times(0.01));
          Expr change = mean.times(step.rate()).over(square.sqrt().plus(1e-8));
          yield weight.minus(change).updating(a, mean).updating(b, square);
        }
        case 2 -> {
          Expr mean = a.times(0.9).plus(gradient);
          Expr change = gradient.plus(mean.times(0.9)).times(step.rate());
          Expr old = a.times(1e-3).plus(b.times(1e-4));
          yield weight.minus(change).plus(old).updating(a, mean).updating(c, a).updating(b, c);
        }
        case 3 ->
            descent
                .plus(b.times(1e-4))
                .updating(a, a.plus(c.times(0.1)))
                .updating(c, c.plus(a.times(0.1)))
                .updating(b, weight);
        case 4 -> {
          Expr norm = gradient.square().sum().plus(weight.square().sum()).sqrt().plus(1e-6);
          Expr change = gradient.times(step.rate()).over(norm);
          yield weight.minus(change).updating(a, c).updating(c, a);
        }
        default -> {
          Expr decay = Expr.constant(0.5).power(step.number());
          Expr next = weight.minus(gradient.times(step.rate().times(decay)));
          yield next.updating(a, next.plus(a.times(0.5))).updating(b, b.max(gradient.abs()));
        }
      };
    }
  }

  /** y[i] = factor · x[i mod n] · x[0]. */
  private record TimesFirst(double factor) implements RowFunction {
    @Override
    public void value(double[] x, double[] y) {
      for (int i = 0; i < y.length; i++) {
        y[i] = factor * x[i % x.length] * x[0];
      }
    }

    @Override
    public void gradient(double[] x, double[] y, double[] dy, double[] dx) {
      Arrays.fill(dx, 0);
      for (int i = 0; i < y.length; i++) {
        dx[i % x.length] += dy[i] * factor * x[0];
        dx[0] += dy[i] * factor * x[i % x.length];
      }
    }
  }
}
