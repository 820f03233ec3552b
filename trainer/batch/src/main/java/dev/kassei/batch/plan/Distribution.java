package dev.kassei.batch.plan;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Required;
import dev.kassei.api.value.Draws;
import dev.kassei.api.value.Numbers;
import java.util.List;

/** A distribution of numbers, from which a random axis draws. Draws have 6 digits. */
sealed interface Distribution {
  int DIGITS = 6;

  /** The number with this index, as a text. */
  default String number(Draws draws, long index) {
    return Numbers.text(value(draws.uniform(index)));
  }

  /** The quantile at {@code u} in [0, 1). */
  double value(double u);

  /**
   * Each number between two is equally likely.
   *
   * @param uniform the two
   */
  record Uniform(@Required List<Double> uniform) implements Distribution {
    public Uniform {
      ValueForm.requireEnds("uniform", uniform);
    }

    @Override
    public double value(double u) {
      double low = uniform.get(0);
      double high = uniform.get(1);
      return clipped(low + u * (high - low), low, high);
    }
  }

  /**
   * Each order of magnitude between two numbers is equally likely.
   *
   * @param logUniform the two
   */
  record LogUniform(@Required List<Double> logUniform) implements Distribution {
    public LogUniform {
      ValueForm.requireEnds("log_uniform", logUniform);
      require(
          logUniform.get(0) > 0,
          "log_uniform must be between positive numbers but was %s",
          logUniform);
    }

    @Override
    public double value(double u) {
      double low = StrictMath.log(logUniform.get(0));
      double high = StrictMath.log(logUniform.get(1));
      double drawn = StrictMath.exp(low + u * (high - low));
      return clipped(drawn, logUniform.get(0), logUniform.get(1));
    }
  }

  private static double clipped(double drawn, double low, double high) {
    return Math.max(low, Math.min(high, ValueForm.rounded(drawn, DIGITS)));
  }
}
