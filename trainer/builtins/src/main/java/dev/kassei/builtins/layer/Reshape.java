package dev.kassei.builtins.layer;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Layer;
import dev.kassei.api.PluginName;
import dev.kassei.api.Required;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Rows;
import dev.kassei.api.expr.Shape;
import java.util.List;

/**
 * The same numbers of each item in the same order as an image, a sequence or a row, channels last.
 *
 * @param shape height, width and channels of an image; steps and channels of a sequence; or columns
 */
@PluginName(value = "reshape", title = "Reshape")
public record Reshape(@Required List<Integer> shape) implements Layer {
  public Reshape() {
    this(List.of(2, 2, 1));
  }

  public Reshape {
    shape = List.copyOf(shape);
    require(!shape.isEmpty(), "shape must have at least one number, such as [28, 28, 1]");
    shape.forEach(size -> require(size > 0, "shape must have sizes from 1 on but has %s", size));
  }

  @Override
  public Expr apply(Expr x) {
    long mine = shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    long theirs = (long) x.shape().rows().count() * x.width();
    require(
        mine == theirs,
        "shape %s holds %s numbers per item, but there are %s; the last number is that of the"
            + " channels",
        shape,
        mine,
        theirs);
    int last = shape.size() - 1;
    Rows rows = Rows.BATCH.times(shape.subList(0, last).toArray(Integer[]::new));
    return x.reshape(new Shape(rows, shape.get(last)));
  }
}
