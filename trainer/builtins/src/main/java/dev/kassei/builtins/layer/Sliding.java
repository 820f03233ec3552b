package dev.kassei.builtins.layer;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How a window slides, as a configuration says it: one number for all axes, or one for each.
 *
 * @param kernel its size
 * @param stride how far it moves
 * @param padding what it may see beyond the ends
 * @param dilation how far its taps are apart
 */
record Sliding(
    List<Integer> kernel, List<Integer> stride, List<Padding> padding, List<Integer> dilation) {
  Sliding {
    requirePositive("kernel_size", kernel);
    requirePositive("stride", stride);
    requirePositive("dilation", dilation);
    require(!padding.isEmpty(), "padding must be a number, a list of them, or same");
  }

  private static void requirePositive(String name, List<Integer> sizes) {
    require(!sizes.isEmpty(), "%s must be a number, or one for each axis", name);
    sizes.forEach(size -> require(size > 0, "%s must be at least 1 but was %s", name, size));
  }

  /** Refuses lists that have neither one number nor one for each axis. */
  void requireAxes(int axes) {
    all("kernel_size", kernel, axes);
    all("stride", stride, axes);
    all("padding", padding, axes);
    all("dilation", dilation, axes);
  }

  /** The window over the positions of x. */
  Window over(Expr x) {
    List<Integer> sizes = x.shape().rows().sizes();
    int axes = sizes.size();
    List<Integer> kernels = all("kernel_size", kernel, axes);
    List<Integer> strides = all("stride", stride, axes);
    List<Integer> dilations = all("dilation", dilation, axes);
    List<Padding> paddings = all("padding", padding, axes);
    var before = new ArrayList<Integer>();
    var after = new ArrayList<Integer>();
    for (int axis = 0; axis < axes; axis++) {
      int span = Math.addExact(Math.multiplyExact(dilations.get(axis), kernels.get(axis) - 1), 1);
      int total = paddings.get(axis).total(sizes.get(axis), span, strides.get(axis));
      before.add(total / 2);
      after.add(total - total / 2);
    }
    return Window.of(kernels).strided(strides).padded(before, after).dilated(dilations);
  }

  private static <T> List<T> all(String name, List<T> given, int axes) {
    require(
        given.size() == 1 || given.size() == axes,
        "%s must be one number or one for each of the %s axes but was %s",
        name,
        axes,
        given);
    return given.size() == axes ? given : Collections.nCopies(axes, given.get(0));
  }
}
