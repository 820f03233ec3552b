package {{package}};

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.PluginName;
import dev.kassei.api.Target;
import dev.kassei.api.value.Draws;
import java.util.List;

/** Points of the square from −1 to 1, of class 1 where both have the same sign. */
@PluginName("{{name}}")
public record {{class}}(int samples, double noise) implements DatasetSource {
  public {{class}}() { this(1000, 0.1); }

  public {{class}} { require(samples > 0, "samples must be positive but was %s", samples); }

  @Override public Dataset load(Context context) {
    Draws place = context.draws("place");
    Draws disturbance = context.draws("noise");
    double[] features = new double[2 * samples];
    double[] classes = new double[samples];
    for (int i = 0; i < samples; i++) {
      double x = 2 * place.uniform(2L * i) - 1;
      double y = 2 * place.uniform(2L * i + 1) - 1;
      classes[i] = x * y > 0 ? 1 : 0;
      features[2 * i] = x + noise * disturbance.normal(2L * i);
      features[2 * i + 1] = y + noise * disturbance.normal(2L * i + 1);
    }
    var target = new Target(List.of("same"), List.of("no", "yes"));
    return new Dataset(List.of("x", "y"), target, features, classes);
  }

  @Override public boolean isGenerated() { return true; }
}
