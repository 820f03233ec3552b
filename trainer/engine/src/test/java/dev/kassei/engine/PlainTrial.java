package dev.kassei.engine;

import dev.kassei.engine.plan.Entry;
import java.util.Map;

/** A trial computed in a plainer way than in a lane of a plan. */
interface PlainTrial {
  /** Sets all parameters and states, and what noise depends on. */
  void start(Map<String, double[]> tensors, long noiseSeed);

  /** Sets what the next step reads. */
  void prepare(Map<String, double[]> inputs, double rate, int rows);

  /** The outputs of an entry, by name, for rows with so many others of the step before them. */
  Map<String, double[]> run(Entry entry, int before, int rows);

  /** The outputs of an entry, by name. */
  default Map<String, double[]> run(Entry entry, int rows) {
    return run(entry, 0, rows);
  }

  /** Gives all tensors that an entry writes their next values at once. */
  void write(Entry entry, int rows);

  /** A parameter or state. */
  double[] tensor(String name);
}
