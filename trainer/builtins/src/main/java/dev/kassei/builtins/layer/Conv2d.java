package dev.kassei.builtins.layer;

import dev.kassei.api.Activation;
import dev.kassei.api.Layer;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.Required;
import dev.kassei.api.expr.Expr;
import dev.kassei.builtins.initializer.Initializers;
import java.util.List;
import java.util.Optional;

/**
 * A convolution of an image: what a window sees times W, plus b, at each of its places,
 * batch·height·width × channels to batch·places × out_channels.
 *
 * @param outChannels the number of outputs at each place
 * @param kernelSize the size of the window
 * @param stride how far the window moves
 * @param padding how many positions beyond both ends the window sees as 0; {@code same} for as many
 *     places as positions, divided by the stride
 * @param dilation how far what the window sees is apart
 * @param groups so many parts of the input's channels have outputs of their own
 * @param bias whether b is added
 * @param initializer the first values of W and b
 * @param activation what is applied to the outputs
 * @param weightPenalty what large W add to the loss in training
 * @param biasPenalty what large b add to the loss in training
 */
@PluginName(value = "conv2d", title = "Convolution in 2 D")
@Reference(
    "LeCun et al. 1989, Backpropagation applied to handwritten zip code recognition, doi:10.1162/neco.1989.1.4.541")
public record Conv2d(
    @Required int outChannels,
    @Required List<Integer> kernelSize,
    List<Integer> stride,
    List<Padding> padding,
    List<Integer> dilation,
    int groups,
    boolean bias,
    Initializers initializer,
    Optional<Activation> activation,
    Penalty weightPenalty,
    Penalty biasPenalty)
    implements Layer, Convolution {
  public Conv2d() {
    this(1, List.of(3), List.of(1), List.of(Padding.of(0)), new Initializers());
  }

  /** A convolution with a bias and without dilation, groups, activation and penalties. */
  public Conv2d(
      int outChannels,
      List<Integer> kernelSize,
      List<Integer> stride,
      List<Padding> padding,
      Initializers initializer) {
    this(
        outChannels,
        kernelSize,
        stride,
        padding,
        List.of(1),
        1,
        true,
        initializer,
        Optional.empty(),
        new Penalty(),
        new Penalty());
  }

  public Conv2d {
    kernelSize = List.copyOf(kernelSize);
    stride = List.copyOf(stride);
    padding = List.copyOf(padding);
    dilation = List.copyOf(dilation);
    Convolution.requireSizes(outChannels, groups);
    new Sliding(kernelSize, stride, padding, dilation).requireAxes(2);
  }

  @Override
  public Conv2d before(Activation next) {
    return activation.isPresent() ? this : with(initializer.before(next));
  }

  private Conv2d with(Initializers other) {
    return new Conv2d(
        outChannels,
        kernelSize,
        stride,
        padding,
        dilation,
        groups,
        bias,
        other,
        activation,
        weightPenalty,
        biasPenalty);
  }

  @Override
  public Expr apply(Expr x) {
    Positioned.requireImage(x);
    return Convolution.apply(this, x);
  }
}
