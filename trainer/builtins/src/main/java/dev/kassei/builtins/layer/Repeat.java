package dev.kassei.builtins.layer;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Activation;
import dev.kassei.api.Layer;
import dev.kassei.api.PluginName;
import dev.kassei.api.Required;
import dev.kassei.api.expr.Expr;
import java.util.ArrayList;
import java.util.List;

/**
 * The same layers several times, each time with weights of their own; those of layers with a {@code
 * name} are shared.
 *
 * @param repeat how many times
 * @param layers what is repeated, in the order of computation
 */
@PluginName(value = "repeat", title = "Repeat")
public record Repeat(@Required int repeat, @Required List<Layer> layers) implements Layer {
  /** More are a slip of the keyboard: a network of as many layers takes minutes to plan. */
  private static final int MOST = 10_000;

  public Repeat() {
    this(2, List.of(new Dense()));
  }

  public Repeat {
    require(repeat > 0 && repeat <= MOST, "repeat must be from 1 to %s but was %s", MOST, repeat);
    layers = Chain.requireLayers(layers);
  }

  @Override
  public Expr apply(Expr x) {
    return all().apply(x);
  }

  @Override
  public Layer before(Activation next) {
    return all().before(next);
  }

  private Unrolled all() {
    var unrolled = new ArrayList<Layer>();
    for (int i = 0; i < repeat; i++) {
      unrolled.addAll(layers);
    }
    return new Unrolled(new Chain(unrolled), layers.size());
  }

  /**
   * The layers of all times.
   *
   * @param period how many there are each time
   */
  private record Unrolled(Chain chain, int period) implements Layer {
    @Override
    public Expr apply(Expr x) {
      Expr y = x;
      for (int i = 0; i < chain.layers().size(); i++) {
        y = y.through(i / period + "." + i % period, chain.layers().get(i));
      }
      return y;
    }

    @Override
    public Layer before(Activation next) {
      return new Unrolled(chain.before(next), period);
    }
  }
}
