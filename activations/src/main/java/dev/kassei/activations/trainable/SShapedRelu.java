package dev.kassei.activations.trainable;

import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Trainable;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * Three lines that meet on the diagonal, all trainable for each unit: the identity between the
 * thresholds, slope {@code leftSlope} below the left one and {@code rightSlope} above the right
 * one.
 *
 * <p>At the kinks, the thresholds, the derivative is that of the outer lines. The paper calls it
 * SReLU, as others do a shifted ReLU. The first values are those of its implementations, the
 * identity above 0.
 *
 * @param left the first left threshold
 * @param leftSlope the first slope below it
 * @param right the first right threshold
 * @param rightSlope the first slope above it
 */
@PluginName(value = "s_shaped_relu", title = "S-shaped ReLU")
@Reference(
    "Xiaojie Jin, Chunyan Xu, Jiashi Feng, Yunchao Wei, Junjun Xiong, Shuicheng Yan (2015): "
        + "Deep Learning with S-shaped Rectified Linear Activation Units. arXiv:1512.07030")
public record SShapedRelu(double left, double leftSlope, double right, double rightSlope)
    implements Activation {
  public SShapedRelu() {
    this(0, 0.1, 1, 1);
  }

  public SShapedRelu {
    requireFinite("left", left);
    requireFinite("leftSlope", leftSlope);
    requireFinite("right", right);
    requireFinite("rightSlope", rightSlope);
  }

  @Override
  public Expr apply(Expr x) {
    Expr low = Trainable.perUnit(x, "left", left);
    Expr high = Trainable.perUnit(x, "right", right);
    Expr below = x.minus(low).min(0).times(Trainable.perUnit(x, "left_slope", leftSlope));
    Expr above = x.minus(high).max(0).times(Trainable.perUnit(x, "right_slope", rightSlope));
    return x.max(low).min(high).plus(below).plus(above);
  }
}
