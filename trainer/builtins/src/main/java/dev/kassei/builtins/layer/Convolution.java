package dev.kassei.builtins.layer;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Activation;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.InitialValues;
import dev.kassei.api.expr.Shape;
import dev.kassei.api.expr.Window;
import dev.kassei.builtins.initializer.Initializers;
import java.util.List;
import java.util.Optional;

/**
 * A product of windows with weights, as convolutions over any number of axes have it: what each is
 * told, and its formula.
 */
sealed interface Convolution permits Conv1d, Conv2d {
  /** The number of outputs at each place. */
  int outChannels();

  List<Integer> kernelSize();

  List<Integer> stride();

  List<Padding> padding();

  List<Integer> dilation();

  /** So many parts of the input's channels have outputs of their own. */
  int groups();

  boolean bias();

  Initializers initializer();

  Optional<Activation> activation();

  Penalty weightPenalty();

  Penalty biasPenalty();

  static void requireSizes(int channels, int groups) {
    require(channels > 0, "out_channels must be at least 1 but was %s", channels);
    require(groups > 0, "groups must be at least 1 but was %s", groups);
    require(
        channels % groups == 0,
        "out_channels must be a multiple of groups but they are %s and %s",
        channels,
        groups);
  }

  /** The outputs of a convolution. */
  static Expr apply(Convolution own, Expr x) {
    int groups = own.groups();
    int channels = own.outChannels();
    require(
        x.width() % groups == 0,
        "the input's channels must be a multiple of groups but they are %s and %s",
        x.width(),
        groups);
    Initializers first = own.activation().map(own.initializer()::before).orElse(own.initializer());
    Window window =
        new Sliding(own.kernelSize(), own.stride(), own.padding(), own.dilation()).over(x);
    Expr weight = x.weights("weight", window, x.width() / groups, channels, first.weight());
    Expr y = own.weightPenalty().of(weight, product(x, window, weight, groups));
    if (own.bias()) {
      var fans = new InitialValues.Fans(weight.shape().rows().count(), channels);
      Expr offset = x.parameter("bias", Shape.fixed(1, channels), first.bias(fans));
      y = own.biasPenalty().of(offset, y.plus(offset));
    }
    return Activated.of(y, own.activation());
  }

  private static Expr product(Expr x, Window window, Expr weight, int groups) {
    if (groups == 1) {
      return x.windows(window).matmul(weight);
    }
    return groups == x.width() && groups == weight.width()
        ? byChannel(x.windows(window), window.taps(), weight)
        : byGroup(x, window, weight, groups);
  }

  /** Each channel alone: a sum over the taps. */
  private static Expr byChannel(Expr seen, int taps, Expr weight) {
    Expr factors = weight.reshape(Shape.fixed(1, seen.width()));
    Shape byTap = new Shape(seen.shape().rows().times(taps), weight.width());
    return seen.times(factors).reshape(byTap).innerSum();
  }

  private static Expr byGroup(Expr x, Window window, Expr weight, int groups) {
    int in = x.width() / groups;
    int out = weight.width() / groups;
    Expr[] parts = new Expr[groups];
    for (int group = 0; group < groups; group++) {
      Expr seen = x.columns(group * in, (group + 1) * in).windows(window);
      parts[group] = seen.matmul(weight.columns(group * out, (group + 1) * out));
    }
    Expr[] others = new Expr[groups - 1];
    System.arraycopy(parts, 1, others, 0, others.length);
    return parts[0].concat(others);
  }
}
