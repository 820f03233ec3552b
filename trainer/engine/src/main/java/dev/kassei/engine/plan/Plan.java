package dev.kassei.engine.plan;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Rows;
import dev.kassei.api.value.Draws;
import dev.kassei.engine.graph.Graph;
import dev.kassei.engine.graph.Node;
import dev.kassei.engine.kernel.Buffer;
import dev.kassei.engine.kernel.Kernels;
import dev.kassei.engine.kernel.Matrix;
import dev.kassei.engine.kernel.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Kernels over buffers for one or more trials side by side, each in a lane. A lane has its own
 * constants, inputs, parameters, states, rate, step and noise; nothing passes between lanes, and a
 * trial's bits do not depend on how many there are. Mutable, for one thread at a time.
 */
public final class Plan {
  private final Program program;
  private final PlanOptions options;
  private final KernelChoice choice;
  private final Buffers buffers;
  private final Map<String, Matrix> inputs = new LinkedHashMap<>();
  private final Tensors tensors;
  private final Map<Entry, EntryPlan> entries = new EnumMap<>(Entry.class);
  private final Map<Entry, Step[]> steps = new EnumMap<>(Entry.class);
  private final Map<Entry, Commits> commits = new EnumMap<>(Entry.class);
  private final List<Noise> noises = new ArrayList<>();
  private final HostScalars[] scalars;
  private final Optional<Profile> profile;
  private final double[] rates;
  private final long[] stepNumbers;
  private final long[] noiseSeeds;
  private final boolean[] active;
  private boolean undecided;
  private long nanoseconds;

  /**
   * Makes a plan.
   *
   * @param programs one per lane, all of the same structure
   * @throws IllegalArgumentException if the programs cannot share a plan
   */
  public Plan(List<Program> programs, PlanOptions options) {
    this.program = programs.get(0);
    this.options = options;
    int lanes = programs.size();
    for (Program other : programs) {
      require(sharesPlan(other, program), "trials of different structure cannot share a plan");
    }
    choice = new KernelChoice(options, program.graph(), lanes);
    buffers = new Buffers(program.graph(), choice.scalar(), options.capacity(), lanes);
    tensors = new Tensors(program.graph(), buffers);
    rates = new double[lanes];
    stepNumbers = new long[lanes];
    noiseSeeds = new long[lanes];
    active = new boolean[lanes];
    Arrays.fill(active, true);
    program.graph().nodes().forEach(this::register);
    planEntries();
    planCommits();
    profile =
        options.isProfiled()
            ? Optional.of(new Profile(program.graph(), options.precision(), lanes))
            : Optional.empty();
    profile.ifPresent(each -> entries.forEach(each::add));
    undecided = choice.isUndecided();
    buildSteps();
    // last, since they write what the steps read
    scalars = new HostScalars[lanes];
    for (int lane = 0; lane < lanes; lane++) {
      scalars[lane] = new HostScalars(programs.get(lane).graph(), buffers, lane);
    }
  }

  /** Most often lanes have the very same program, which needs no look. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean sharesPlan(Program one, Program other) {
    return one == other || one.hasStructureOf(other);
  }

  private void register(Node node) {
    Detail detail = node.detail();
    if (node.operation() == Operation.INPUT) {
      inputs.put(((Detail.Name) detail).name(), buffers.of(node.id()));
    } else if (detail instanceof Detail.Noise noise) {
      noises.add(new Noise(noise, buffers.of(node.id())));
    } else if (node.operation() == Operation.COLUMN_INDEX) {
      fillColumnIndex(buffers.of(node.id()));
    }
  }

  private static void fillColumnIndex(Matrix matrix) {
    for (int column = 0; column < matrix.columns(); column++) {
      for (int lane = 0; lane < matrix.lanes(); lane++) {
        matrix.buffer().set(matrix.index(0, column, lane), column);
      }
    }
  }

  private void planEntries() {
    Graph graph = program.graph();
    var kept = new BitSet();
    program.outputs().values().forEach(kept::set);
    program.writes().values().forEach(writes -> writes.values().forEach(kept::set));
    kept.stream().forEach(buffers::of);
    var needed = new EnumMap<Entry, BitSet>(Entry.class);
    for (Entry entry : Entry.values()) {
      needed.put(entry, program.needed(entry));
    }
    BitSet gradient = needed.get(Entry.GRADIENT);
    for (Entry entry : Entry.values()) {
      if (entry.followsGradient()) {
        BitSet following = needed.get(entry);
        following.andNot(gradient);
        following.stream()
            .flatMap(id -> graph.nodes().get(id).operands().stream().mapToInt(Integer::intValue))
            .filter(gradient::get)
            .forEach(kept::set);
      }
    }
    var sharing = new Sharing(graph, options, lanes());
    needed.forEach(
        (entry, nodes) -> entries.put(entry, new EntryPlan(graph, nodes, kept, buffers, sharing)));
  }

  private void planCommits() {
    entries.forEach(
        (entry, plan) ->
            commits.put(
                entry,
                new Commits(program, entry, plan, tensors, buffers, choice.scalar(), active)));
  }

  private void buildSteps() {
    boolean vectors = choice.wantsVectors(nanoseconds);
    entries.forEach(
        (entry, plan) -> steps.put(entry, plan.steps(group -> kernels(group, vectors))));
  }

  private Kernels kernels(Group group, boolean vectors) {
    return vectors
        ? choice.choose(program.graph(), group, options.capacity(), lanes())
        : choice.scalar();
  }

  // Running

  /** Computes one entry point for the first {@code rows} rows of the inputs. */
  public void run(Entry entry, int rows) {
    run(entry, 0, rows);
  }

  /**
   * Computes one entry point for the first {@code rows} rows of the inputs.
   *
   * @param before how many rows of the same step came before, in other batches: these rows have the
   *     noise that they would have behind them
   */
  public void run(Entry entry, int before, int rows) {
    if (rows < 1 || rows > options.capacity()) { // not by require, whose arguments are objects
      throw new IllegalArgumentException(
          "a batch of this plan has 1 to %s rows but was given %s".formatted(capacity(), rows));
    }
    for (int lane = 0; lane < active.length; lane++) {
      scalars[lane].refresh(rows, rates[lane], stepNumbers[lane] + 1);
    }
    if (entry == Entry.GRADIENT || entry == Entry.LOSS) {
      fillNoise(before, rows);
    }
    Commits writes = commits.get(entry);
    writes.before(rows);
    compute(entry, rows);
    writes.after(rows);
    if (entry == Entry.UPDATE) {
      endStep();
    }
  }

  private void compute(Entry entry, int rows) {
    if (profile.isPresent()) {
      measure(entry, rows, profile.get());
      return;
    }
    long start = undecided ? System.nanoTime() : 0;
    for (Step step : steps.get(entry)) {
      step.run(rows);
    }
    if (undecided) {
      nanoseconds += System.nanoTime() - start;
      changeOver();
    }
  }

  private void measure(Entry entry, int rows, Profile measured) {
    Step[] all = steps.get(entry);
    for (int i = 0; i < all.length; i++) {
      long start = System.nanoTime();
      all[i].run(rows);
      long spent = System.nanoTime() - start;
      measured.record(entry, i, rows, spent);
      nanoseconds += spent;
    }
    if (undecided) {
      changeOver();
    }
  }

  private void changeOver() {
    if (choice.wantsVectors(nanoseconds)) {
      undecided = false;
      buildSteps();
    }
  }

  private void fillNoise(int before, int rows) {
    for (int i = 0; i < noises.size(); i++) { // without an iterator per step
      Noise noise = noises.get(i);
      for (int lane = 0; lane < active.length; lane++) {
        noise.fill(lane, noiseSeeds[lane], stepNumbers[lane] + 1, before, rows);
      }
    }
  }

  private void endStep() {
    for (int lane = 0; lane < active.length; lane++) {
      stepNumbers[lane] += active[lane] ? 1 : 0;
    }
  }

  // Lanes

  /** The number of lanes. */
  public int lanes() {
    return active.length;
  }

  /** The parameters and states of all lanes. */
  public Tensors tensors() {
    return tensors;
  }

  /** What was measured, if the plan is profiled. */
  public Optional<Profile> profile() {
    return profile;
  }

  /** The largest number of rows of a batch. */
  public int capacity() {
    return options.capacity();
  }

  /** Sets the learning rate of a lane's next steps. */
  public void setRate(int lane, double rate) {
    rates[lane] = rate;
  }

  /** Sets the seed of a lane's noise. */
  public void setNoiseSeed(int lane, long seed) {
    noiseSeeds[lane] = seed;
  }

  /** The number of steps that a lane has done. */
  public long step(int lane) {
    return stepNumbers[lane];
  }

  /** Sets the number of steps done, as when training continues from a checkpoint. */
  public void setStep(int lane, long step) {
    stepNumbers[lane] = step;
  }

  /** Freezes a lane, or lets it continue: an inactive lane's tensors and step do not change. */
  public void setActive(int lane, boolean isActive) {
    active[lane] = isActive;
  }

  /**
   * Sets all tensors of a lane to their first values and its step to 0.
   *
   * @param draws the draws of a parameter by its name
   */
  public void initialize(int lane, Function<String, Draws> draws) {
    tensors.initialize(lane, draws);
    stepNumbers[lane] = 0;
  }

  /** Takes over all that a lane of another plan of the same program holds, except its inputs. */
  public void copyLane(int lane, Plan other, int from) {
    tensors.copyLane(lane, other.tensors, from);
    rates[lane] = other.rates[from];
    stepNumbers[lane] = other.stepNumbers[from];
    noiseSeeds[lane] = other.noiseSeeds[from];
    active[lane] = other.active[from];
  }

  // Inputs and outputs

  /** Whether the formulas read such an input. */
  public boolean hasInput(String name) {
    return inputs.containsKey(name);
  }

  /**
   * Sets one item of a lane's input from the numbers at {@code from} on: one row, or the rows of
   * all its positions.
   */
  public void input(String name, int lane, int item, double[] values, int from) {
    Matrix input = inputs.get(name);
    setItem(input, itemSize(input), lane, item, values, from);
  }

  /** Sets the first items of a lane's input to the items {@code from} on of a matrix. */
  public void inputs(String name, int lane, double[] matrix, int from, int items) {
    Matrix input = inputs.get(name);
    int size = itemSize(input);
    for (int item = 0; item < items; item++) {
      setItem(input, size, lane, item, matrix, (from + item) * size);
    }
  }

  /** Sets the first items to those of a matrix that stand in {@code order} from {@code from} on. */
  public void inputs(String name, int lane, double[] matrix, int[] order, int from, int items) {
    Matrix input = inputs.get(name);
    int size = itemSize(input);
    for (int item = 0; item < items; item++) {
      setItem(input, size, lane, item, matrix, order[from + item] * size);
    }
  }

  /** The numbers of an item in one lane. */
  private static int itemSize(Matrix input) {
    Rows rows = input.shape().rows();
    return rows.batched() ? rows.count() * input.columns() : input.columns();
  }

  private static void setItem(
      Matrix input, int size, int lane, int item, double[] values, int from) {
    int lanes = input.lanes();
    input.buffer().spread(item * size * lanes + lane, lanes, values, from, size);
  }

  /** The names of all outputs, in the order in which the program names them. */
  public List<String> outputNames() {
    return List.copyOf(program.outputs().keySet());
  }

  /** A lane's output after an entry that computes it, for a batch of {@code rows} rows. */
  public double[] output(String name, int lane, int rows) {
    Matrix matrix = buffers.of(program.outputs().get(name));
    return matrix.read(matrix.rows(rows), lane);
  }

  /**
   * A lane's parameters and states as inference uses them, row by row: those that training uses,
   * but where the optimizer says otherwise.
   */
  public Map<String, double[]> inferenceTensors(int lane) {
    var all = new LinkedHashMap<String, double[]>();
    tensors.names().forEach(name -> all.put(name, tensors.read(name, lane)));
    Map<String, String> others = program.inferenceWeights();
    if (!others.isEmpty()) {
      run(Entry.INFERENCE_WEIGHTS, 1);
      others.forEach((parameter, output) -> all.put(parameter, output(output, lane, 1)));
    }
    return all;
  }

  /** Takes the first number of an output in each lane. */
  public void scalars(String name, double[] values) {
    Buffer buffer = buffers.of(program.outputs().get(name)).buffer();
    for (int lane = 0; lane < values.length; lane++) {
      values[lane] = buffer.get(lane);
    }
  }

  /** The first number of a lane's output. */
  public double scalar(String name, int lane) {
    return buffers.of(program.outputs().get(name)).buffer().get(lane);
  }
}
