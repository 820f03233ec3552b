package org.example;

import dev.kassei.api.FilePath;
import dev.kassei.api.Inline;
import dev.kassei.api.Layer;
import dev.kassei.api.PluginName;
import dev.kassei.api.Required;
import dev.kassei.api.Shorthand;
import dev.kassei.api.expr.Expr;
import java.util.List;
import java.util.Optional;

/** Layers in order, each of them several times, and a file that says why. */
@PluginName("stages")
public record Stages(@Required List<Stage> stages, @FilePath Optional<String> reasons)
    implements Layer {
  public Stages() {
    this(List.of(), Optional.empty());
  }

  /** A layer and how often it stands there. */
  public record Stage(@Inline @Required Layer layer, Times times) {
    public Stage() {
      this(x -> x, new Times(1));
    }
  }

  /** How often something stands there, for which its number is short. */
  public record Times(int count) {
    @Shorthand
    static Times of(int count) {
      return new Times(count);
    }
  }

  @Override
  public Expr apply(Expr x) {
    Expr y = x;
    for (int i = 0; i < stages.size(); i++) {
      for (int time = 0; time < stages.get(i).times().count(); time++) {
        y = y.through(i + "." + time, stages.get(i).layer());
      }
    }
    return y;
  }
}
