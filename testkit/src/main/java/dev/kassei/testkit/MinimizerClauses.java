package dev.kassei.testkit;

import dev.kassei.api.Minimizer;
import dev.kassei.api.Minimizer.Objective;
import dev.kassei.api.value.Draws;
import dev.kassei.engine.NamedArrays;
import dev.kassei.engine.random.CountedDraws;
import dev.kassei.engine.random.Purpose;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/** What minimizers promise, tried on Σ cᵢ·(wᵢ − 1)² with curvatures from 1 to 10. */
final class MinimizerClauses {
  private static final int STEPS = 20;

  private MinimizerClauses() {}

  static List<Clause<Minimizer>> all() {
    return new Clauses<Minimizer>()
        .and("FINITE", "stays finite", MinimizerClauses::finite)
        .and("PURITY", "takes the same steps each time", MinimizerClauses::pure)
        .and("RESUMES", "continues from what its objective remembers", MinimizerClauses::resumes)
        .and("DESCENT", "lowers a quadratic", MinimizerClauses::descends)
        .list();
  }

  private static void finite(Minimizer minimizer, Findings findings) {
    var bowl = new Bowl();
    run(minimizer, bowl);
    if (!Arrays.stream(bowl.parameters).allMatch(Double::isFinite)) {
      findings.error("the parameters become %s", Arrays.toString(bowl.parameters));
    }
  }

  private static void pure(Minimizer minimizer, Findings findings) {
    var first = new Bowl();
    var again = new Bowl();
    run(minimizer, first);
    run(minimizer, again);
    if (!Arrays.equals(first.parameters, again.parameters)) {
      findings.error(
          "from equal starts it comes to %s and then to %s: what it remembers must belong to the"
              + " objective",
          Arrays.toString(first.parameters), Arrays.toString(again.parameters));
    }
  }

  private static void resumes(Minimizer minimizer, Findings findings) {
    var unbroken = new Bowl();
    run(minimizer, unbroken);
    var left = new Bowl();
    run(minimizer, left, STEPS / 2);
    var resumed = new Bowl(left);
    run(minimizer, resumed, STEPS - STEPS / 2);
    if (!Arrays.equals(unbroken.parameters, resumed.parameters)) {
      findings.error(
          "%s steps take it to %s, but with a checkpoint after half of them to %s: what it remembers"
              + " must be in the memory of its objective",
          STEPS, Arrays.toString(unbroken.parameters), Arrays.toString(resumed.parameters));
    }
  }

  private static void descends(Minimizer minimizer, Findings findings) {
    var bowl = new Bowl();
    double before = bowl.loss();
    run(minimizer, bowl);
    if (!(bowl.loss() < before)) {
      findings.error(
          "%s steps take a quadratic from %s to %s: it should fall", STEPS, before, bowl.loss());
    }
  }

  private static void run(Minimizer minimizer, Bowl bowl) {
    run(minimizer, bowl, STEPS);
  }

  private static void run(Minimizer minimizer, Bowl bowl, int steps) {
    for (int step = 0; step < steps && bowl.continues; step++) {
      bowl.continues = minimizer.step(bowl);
      bowl.steps++;
    }
  }

  private static final class Bowl implements Objective {
    private final double[] parameters = new double[10];
    private final NamedArrays memory = new NamedArrays(new HashMap<>());
    private boolean continues = true;
    private int steps;

    Bowl() {}

    /** What a checkpoint of another holds. */
    Bowl(Bowl other) {
      other.read(parameters);
      other.memory.byName().forEach((name, numbers) -> memory.byName().put(name, numbers.clone()));
      continues = other.continues;
      steps = other.steps;
    }

    @Override
    public int size() {
      return parameters.length;
    }

    @Override
    public void read(double[] into) {
      System.arraycopy(parameters, 0, into, 0, parameters.length);
    }

    @Override
    public void write(double[] from) {
      System.arraycopy(from, 0, parameters, 0, parameters.length);
    }

    @Override
    public double loss() {
      return gradient(new double[parameters.length]);
    }

    @Override
    public double gradient(double[] gradient) {
      double loss = 0;
      for (int i = 0; i < parameters.length; i++) {
        double distance = parameters[i] - 1;
        gradient[i] = 2 * (i + 1) * distance;
        loss += (i + 1) * distance * distance;
      }
      return loss;
    }

    @Override
    public double[] memory(String name, int size) {
      return memory.array(name, size);
    }

    @Override
    public Draws draws(String name) {
      return CountedDraws.of(1, Purpose.MINIMIZER, name, steps);
    }
  }
}
