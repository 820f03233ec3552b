package dev.kassei.trainer.config.plugins;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.expr.Expr;
import java.util.Map;

/** An activation with peers: one of the same record, one of another. */
@PluginName("hard_sigmoid")
public record HardSigmoid(double slope, double offset) implements Activation {
  public HardSigmoid() {
    this(1.0 / 6, 0.5);
  }

  @Override
  public Map<String, Activation> peers() {
    return Map.of("onnx", new HardSigmoid(0.2, 0.5), "article", new Clipped(2));
  }

  @Override
  public Expr apply(Expr x) {
    return x.times(slope).plus(offset).clip(0, 1);
  }

  /** A peer's definition that is registered nowhere. */
  public record Clipped(double width) implements Activation {
    @Override
    public Expr apply(Expr x) {
      return x.plus(1).over(width).clip(0, 1);
    }
  }
}
