package dev.kassei.engine;

import dev.kassei.api.Precision;
import dev.kassei.engine.plan.Entry;
import dev.kassei.engine.plan.Execution;
import dev.kassei.engine.plan.Plan;
import dev.kassei.engine.plan.PlanOptions;
import dev.kassei.engine.plan.Program;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A plan of one lane, by scalar kernels alone, in float32. */
final class SoloPlan implements PlainTrial {
  private final Program program;
  private final Plan plan;

  SoloPlan(Program program, int capacity) {
    this.program = program;
    this.plan =
        new Plan(
            List.of(program), PlanOptions.of(Precision.FLOAT32, capacity).by(Execution.SCALAR));
  }

  @Override
  public void start(Map<String, double[]> tensors, long noiseSeed) {
    tensors.forEach((name, values) -> plan.tensors().write(name, 0, values));
    plan.setNoiseSeed(0, noiseSeed);
  }

  @Override
  public void prepare(Map<String, double[]> inputs, double rate, int rows) {
    inputs.forEach((name, values) -> plan.inputs(name, 0, values, 0, rows));
    plan.setRate(0, rate);
  }

  @Override
  public Map<String, double[]> run(Entry entry, int before, int rows) {
    plan.run(entry, before, rows);
    var outputs = new LinkedHashMap<String, double[]>();
    for (String name : program.entries().getOrDefault(entry, List.of())) {
      outputs.put(name, plan.output(name, 0, rows));
    }
    return outputs;
  }

  @Override
  public void write(Entry entry, int rows) {
    plan.run(entry, rows);
  }

  @Override
  public double[] tensor(String name) {
    return plan.tensors().read(name, 0);
  }
}
