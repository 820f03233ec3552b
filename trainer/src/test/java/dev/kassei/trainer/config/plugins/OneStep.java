package dev.kassei.trainer.config.plugins;

import dev.kassei.api.Minimizer;
import dev.kassei.api.PluginName;

/** A minimizer that has had enough. */
@PluginName("one_step")
public record OneStep() implements Minimizer {
  @Override
  public boolean step(Objective objective) {
    return false;
  }
}
