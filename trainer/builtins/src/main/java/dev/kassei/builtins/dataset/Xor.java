package dev.kassei.builtins.dataset;

import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.PluginName;
import dev.kassei.api.Target;
import java.util.List;

/** The four rows of exclusive or: class 1 where exactly one of two features is 1. */
@PluginName(value = "xor", title = "XOR")
public record Xor() implements DatasetSource {
  @Override
  public Dataset load(Context context) {
    return new Dataset(
        List.of("x1", "x2"),
        new Target(List.of("y"), List.of("0", "1")),
        new double[] {0, 0, 0, 1, 1, 0, 1, 1},
        new double[] {0, 1, 1, 0});
  }
}
