package dev.kassei.testkit;

import dev.kassei.api.Initializer;
import dev.kassei.api.expr.InitialValues.Fans;
import dev.kassei.api.value.Draws;
import dev.kassei.engine.random.CountedDraws;
import dev.kassei.engine.random.Purpose;
import java.util.Arrays;
import java.util.List;

/** What initializers promise, tried on matrices of several sizes. */
final class InitializerClauses {
  private static final List<Fans> SIZES =
      List.of(new Fans(1, 1), new Fans(1, 7), new Fans(7, 1), new Fans(16, 4), new Fans(40, 40));

  private InitializerClauses() {}

  static List<Clause<Initializer>> all() {
    return new Clauses<Initializer>()
        .and("FINITE", "gives finite numbers", InitializerClauses::finite)
        .and("PURITY", "gives each element the same number each time", InitializerClauses::pure)
        .and("PAIRED", "scales standard draws", InitializerClauses::paired)
        .and("VARIES", "gives units numbers that differ", InitializerClauses::varies)
        .and("BEFORE", "can stand before an activation", InitializerClauses::before)
        .list();
  }

  private static void finite(Initializer initializer, Findings findings) {
    for (Fans fans : SIZES) {
      double[] values = values(initializer, fans, 1);
      for (int i = 0; i < values.length; i++) {
        if (!Double.isFinite(values[i])) {
          findings.error("element %s of %s is %s", i, text(fans), values[i]);
        }
      }
    }
  }

  private static void pure(Initializer initializer, Findings findings) {
    for (Fans fans : SIZES) {
      double[] forwards = values(initializer, fans, 1);
      double[] backwards = new double[forwards.length];
      Draws draws = draws(1);
      for (int i = backwards.length - 1; i >= 0; i--) {
        backwards[i] = initializer.value(fans, draws, i);
      }
      if (!Arrays.equals(forwards, backwards)) {
        findings.error(
            "the elements of %s depend on the order in which they are asked for: each must follow"
                + " from fans, draws and its index alone",
            text(fans));
      }
    }
  }

  /** With equal seeds larger draws must stay larger, whatever the size of the matrix. */
  private static void paired(Initializer initializer, Findings findings) {
    double[] small = values(initializer, new Fans(16, 4), 1);
    double[] large = values(initializer, new Fans(40, 40), 1);
    for (int i = 1; i < small.length; i++) {
      double change = Math.signum(small[i] - small[i - 1]);
      if (change != Math.signum(large[i] - large[i - 1])) {
        findings.warning(
            "elements %s and %s are ordered differently in %s and %s: equal seeds do not give"
                + " equal draws, so comparisons are not paired",
            i - 1, i, text(new Fans(16, 4)), text(new Fans(40, 40)));
        return;
      }
    }
  }

  private static void varies(Initializer initializer, Findings findings) {
    Fans fans = new Fans(40, 40);
    double[] values = values(initializer, fans, 1);
    if (Arrays.stream(values).allMatch(value -> value == values[0])) {
      findings.warning(
          "all elements of %s are %s: units that begin alike learn alike, so as weights they are one",
          text(fans), values[0]);
    }
  }

  private static void before(Initializer initializer, Findings findings) {
    finite(initializer.before(x -> x), findings);
    pure(initializer.before(x -> x), findings);
  }

  private static double[] values(Initializer initializer, Fans fans, long seed) {
    Draws draws = draws(seed);
    double[] values = new double[fans.in() * fans.out()];
    Arrays.setAll(values, i -> initializer.value(fans, draws, i));
    return values;
  }

  private static Draws draws(long seed) {
    return CountedDraws.of(seed, Purpose.WEIGHTS, "probe.weight", 0);
  }

  private static String text(Fans fans) {
    return "a matrix of " + fans.in() + " inputs and " + fans.out() + " outputs";
  }
}
