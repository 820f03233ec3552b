package dev.kassei.trainer.config.plugins;

import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.PluginName;
import dev.kassei.api.Target;
import java.util.List;

/** Four rows. */
@PluginName("xor")
public record Xor() implements DatasetSource {
  @Override
  public Dataset load(Context context) {
    var target = new Target(List.of("xor"), List.of("0", "1"));
    double[] features = {0, 0, 0, 1, 1, 0, 1, 1};
    return new Dataset(List.of("a", "b"), target, features, new double[] {0, 1, 1, 0});
  }
}
