package dev.kassei.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Precision;
import dev.kassei.engine.plan.Entry;
import dev.kassei.engine.plan.Execution;
import dev.kassei.engine.plan.Plan;
import dev.kassei.engine.plan.PlanOptions;
import dev.kassei.engine.plan.Program;
import dev.kassei.engine.plan.Team;
import dev.kassei.engine.random.CountedDraws;
import dev.kassei.engine.random.Purpose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * A random program that trains for a few steps in all lanes of a plan and, lane by lane, plainly.
 */
final class RandomTraining {
  private static final int STEPS = 5;
  private static final int[] LANES = {1, 1, 2, 3, 4, 5, 7, 8, 16, 17, 33};

  /** What is computed between steps. */
  private static final Entry[] ASKED = {Entry.PREDICT, Entry.EVALUATE, Entry.INFERENCE_WEIGHTS};

  private static final double[] ZEROS = {0.0, -0.0};

  /** After which most numbers of a training are NaN. */
  private static final double[] EXTREMES = {
    0.0,
    -0.0,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.MIN_VALUE,
    Float.MIN_VALUE,
    Float.MAX_VALUE
  };

  private final String name;
  private final Random random;
  private final Program program;
  private final int width;
  private final int capacity;
  private final double[] specials;
  private final Plan plan;
  private final List<PlainTrial> trials = new ArrayList<>();

  /**
   * Makes the plan.
   *
   * @param trial a plain trial of a program, for at most so many rows
   */
  RandomTraining(
      long seed,
      Precision precision,
      List<Execution> executions,
      Team team,
      BiFunction<Program, Integer, PlainTrial> trial) {
    random = new Random(seed);
    var drawn = new RandomProgram(random);
    width = drawn.width();
    program = drawn.make();
    capacity = 1 + random.nextInt(random.nextInt(5) == 0 ? 300 : 12);
    int lanes = LANES[random.nextInt(LANES.length)];
    Execution execution = executions.get(random.nextInt(executions.size()));
    specials = random.nextInt(8) == 0 ? EXTREMES : ZEROS;
    boolean isProfiled = random.nextInt(8) == 0;
    plan =
        new Plan(
            Collections.nCopies(lanes, program),
            new PlanOptions(precision, capacity, execution, isProfiled, team));
    name = "seed %s, %s lanes, %s, %s".formatted(seed, lanes, execution, precision);
    for (int lane = 0; lane < lanes; lane++) {
      trials.add(trial.apply(program, capacity));
      start(lane);
    }
  }

  /** Trains, and compares all outputs and tensors. */
  void run() {
    boolean[] rests = new boolean[trials.size()];
    for (int step = 0; step < STEPS; step++) {
      for (int lane = 0; lane < rests.length; lane++) {
        rests[lane] ^= rests.length > 1 && random.nextInt(6) == 0;
        plan.setActive(lane, !rests[lane]);
      }
      if (random.nextInt(4) == 0) {
        int rows = prepare();
        compare(ASKED[random.nextInt(ASKED.length)], 0, rows, step);
      }
      takeGradients(rests, step, List.of(Entry.ADVANCE, Entry.ACCUMULATE));
      if (!program.writes(Entry.PERTURB).isEmpty()) {
        write(Entry.PERTURB, 1, rests, step);
        takeGradients(rests, step, List.of(Entry.ACCUMULATE));
      }
      write(Entry.UPDATE, 1, rests, step);
    }
  }

  /** Of one batch, or of several that are added up. */
  private void takeGradients(boolean[] rests, int step, List<Entry> following) {
    int batches = program.writes(Entry.ACCUMULATE).isEmpty() ? 1 : 1 + random.nextInt(3);
    int before = 0;
    for (int batch = 0; batch < batches; batch++) {
      int rows = prepare();
      compare(Entry.GRADIENT, before, rows, step);
      following.forEach(entry -> write(entry, rows, rests, step));
      before += rows;
    }
  }

  /** Fills a batch in all lanes and returns its number of rows. */
  private int prepare() {
    int rows = 1 + random.nextInt(capacity);
    for (int lane = 0; lane < trials.size(); lane++) {
      prepare(lane, rows);
    }
    return rows;
  }

  private void start(int lane) {
    plan.initialize(lane, tensor -> CountedDraws.of(lane + 1, Purpose.WEIGHTS, tensor, 0));
    plan.setNoiseSeed(lane, 100 + lane);
    var tensors = new TreeMap<String, double[]>();
    plan.tensors().names().forEach(each -> tensors.put(each, plan.tensors().read(each, lane)));
    trials.get(lane).start(tensors, 100 + lane);
  }

  private void prepare(int lane, int rows) {
    Map<String, double[]> inputs = inputs(rows);
    inputs.keySet().removeIf(each -> !plan.hasInput(each));
    inputs.forEach((input, values) -> plan.inputs(input, lane, values, 0, rows));
    double rate = 0.1 * random.nextDouble();
    plan.setRate(lane, rate);
    trials.get(lane).prepare(inputs, rate, rows);
  }

  private Map<String, double[]> inputs(int rows) {
    var inputs = new TreeMap<String, double[]>();
    inputs.put(RandomProgram.X, numbers(rows * width));
    inputs.put(RandomProgram.TARGET, numbers(rows));
    inputs.put(
        RandomProgram.INDEX,
        random.ints(rows, 0, RandomProgram.CATEGORIES).asDoubleStream().toArray());
    return inputs;
  }

  private double[] numbers(int count) {
    return IntStream.range(0, count).mapToDouble(i -> number()).toArray();
  }

  private double number() {
    int special = random.nextInt(32);
    return special < specials.length ? specials[special] : 4 * random.nextDouble() - 2;
  }

  private void compare(Entry entry, int before, int rows, int step) {
    plan.run(entry, before, rows);
    for (int lane = 0; lane < trials.size(); lane++) {
      for (var output : trials.get(lane).run(entry, before, rows).entrySet()) {
        assertThat(bits(plan.output(output.getKey(), lane, rows)))
            .as("%s: %s of lane %s, %s rows, step %s", name, output.getKey(), lane, rows, step)
            .isEqualTo(bits(output.getValue()));
      }
    }
  }

  private void write(Entry entry, int rows, boolean[] rests, int step) {
    plan.run(entry, rows);
    for (int lane = 0; lane < rests.length; lane++) {
      if (!rests[lane]) {
        trials.get(lane).write(entry, rows);
      }
      for (String tensor : plan.tensors().names()) {
        assertThat(bits(plan.tensors().read(tensor, lane)))
            .as("%s: %s of lane %s after %s of step %s", name, tensor, lane, entry, step)
            .isEqualTo(bits(trials.get(lane).tensor(tensor)));
      }
    }
  }

  /** Of which a NaN has any. */
  private static long[] bits(double[] values) {
    return Arrays.stream(values).mapToLong(Double::doubleToLongBits).toArray();
  }
}
