package dev.kassei.engine;

import dev.kassei.api.Minimizer.Objective;
import dev.kassei.api.expr.Detail;
import dev.kassei.api.value.Draws;
import dev.kassei.engine.plan.Entry;
import dev.kassei.engine.plan.Plan;
import dev.kassei.engine.random.CountedDraws;
import dev.kassei.engine.random.Purpose;
import java.util.List;
import java.util.Map;

/**
 * The mean loss of the first rows of a plan's inputs, as a function of the first lane's parameters.
 */
public final class PlanObjective implements Objective {
  private final Plan plan;
  private final int rows;
  private final List<String> names;
  private final int size;
  private final NamedArrays memory;
  private final long seed;

  /**
   * The loss over {@code rows} rows of inputs that the caller has set.
   *
   * @param memory by name what former steps remember; the next add to it
   * @param seed of what is drawn
   */
  public PlanObjective(Plan plan, int rows, Map<String, double[]> memory, long seed) {
    this.plan = plan;
    this.rows = rows;
    this.memory = new NamedArrays(memory);
    this.seed = seed;
    this.names =
        plan.tensors().names().stream()
            .filter(name -> plan.tensors().declaration(name) instanceof Detail.Parameter)
            .sorted()
            .toList();
    this.size = names.stream().mapToInt(name -> plan.tensors().read(name, 0).length).sum();
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void read(double[] parameters) {
    int from = 0;
    for (String name : names) {
      double[] values = plan.tensors().read(name, 0);
      System.arraycopy(values, 0, parameters, from, values.length);
      from += values.length;
    }
  }

  @Override
  public void write(double[] parameters) {
    int from = 0;
    for (String name : names) {
      double[] values = plan.tensors().read(name, 0);
      System.arraycopy(parameters, from, values, 0, values.length);
      plan.tensors().write(name, 0, values);
      from += values.length;
    }
  }

  @Override
  public double loss() {
    plan.run(Entry.LOSS, rows);
    return plan.scalar(Programs.LOSS, 0);
  }

  @Override
  public double gradient(double[] gradient) {
    plan.run(Entry.GRADIENT, rows);
    int from = 0;
    for (String name : names) {
      double[] values = plan.output(Programs.gradientOf(name), 0, rows);
      System.arraycopy(values, 0, gradient, from, values.length);
      from += values.length;
    }
    return plan.scalar(Programs.LOSS, 0);
  }

  @Override
  public double[] memory(String name, int size) {
    return memory.array(name, size);
  }

  @Override
  public Draws draws(String name) {
    return CountedDraws.of(seed, Purpose.MINIMIZER, name, plan.step(0) + 1);
  }
}
