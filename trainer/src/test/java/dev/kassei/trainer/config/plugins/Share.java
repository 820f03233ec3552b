package dev.kassei.trainer.config.plugins;

import dev.kassei.api.Metric;
import dev.kassei.api.PluginName;
import dev.kassei.api.Predictions;

/** A metric. */
@PluginName("share")
public record Share() implements Metric {
  @Override
  public double value(Predictions predictions) {
    return 1;
  }
}
