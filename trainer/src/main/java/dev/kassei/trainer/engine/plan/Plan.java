package dev.kassei.trainer.engine.plan;

import static dev.kassei.api.Requirements.require;

import dev.kassei.api.Draws;
import dev.kassei.api.Initializer;
import dev.kassei.api.Precision;
import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Shape;
import dev.kassei.trainer.engine.graph.Graph;
import dev.kassei.trainer.engine.graph.Node;
import dev.kassei.trainer.engine.kernel.Kernels;
import dev.kassei.trainer.engine.kernel.Matrix;
import dev.kassei.trainer.engine.kernel.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Kernels over buffers for one or more trials side by side, each in a lane. A lane has its own
 * constants, inputs, parameters, states, rate, step and noise; nothing passes between lanes, and a
 * trial's bits do not depend on how many there are. Mutable, for one thread at a time.
 */
public final class Plan {
  private final Program program;
  private final int capacity;
  private final Map<String, Matrix> inputs = new LinkedHashMap<>();
  private final Map<String, Node> tensors = new LinkedHashMap<>();
  private final Buffers buffers;
  private final Map<Entry, Step[]> entries = new EnumMap<>(Entry.class);
  private final List<Step> commits = new ArrayList<>();
  private final List<Noise> noises = new ArrayList<>();
  private final HostScalars[] scalars;
  private final double[] rates;
  private final long[] steps;
  private final long[] noiseSeeds;
  private final boolean[] active;

  /**
   * Makes a plan.
   *
   * @param programs one a lane, all of the same structure
   * @param capacity the largest number of rows of a batch
   * @throws IllegalArgumentException if the programs cannot share a plan
   */
  public Plan(List<Program> programs, Precision precision, int capacity) {
    this.program = programs.get(0);
    this.capacity = capacity;
    int lanes = programs.size();
    for (Program other : programs) {
      require(other.hasStructureOf(program), "trials of different structure cannot share a plan");
    }
    require(capacity > 0, "a plan needs a capacity of at least one row but has %s", capacity);
    Kernels kernels = Kernels.scalar(precision);
    buffers = new Buffers(program.graph(), kernels, capacity, lanes);
    rates = new double[lanes];
    steps = new long[lanes];
    noiseSeeds = new long[lanes];
    active = new boolean[lanes];
    Arrays.fill(active, true);
    program.graph().nodes().forEach(this::register);
    buildEntries(kernels);
    buildCommits(kernels);
    scalars = new HostScalars[lanes];
    for (int lane = 0; lane < lanes; lane++) {
      scalars[lane] = new HostScalars(programs.get(lane).graph(), buffers, lane);
    }
  }

  private void register(Node node) {
    Detail detail = node.detail();
    if (node.operation() == Operation.INPUT) {
      inputs.put(((Detail.Name) detail).name(), buffers.of(node.id()));
    } else if (detail instanceof Detail.Parameter parameter) {
      tensors.put(parameter.name(), node);
    } else if (detail instanceof Detail.State state) {
      tensors.put(state.name(), node);
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

  private void buildEntries(Kernels kernels) {
    Graph graph = program.graph();
    BitSet kept = new BitSet();
    program.outputs().values().forEach(kept::set);
    program.writes().values().forEach(kept::set);
    kept.stream().forEach(buffers::of);
    var needed = new EnumMap<Entry, BitSet>(Entry.class);
    for (Entry entry : Entry.values()) {
      needed.put(entry, program.needed(entry));
    }
    BitSet update = needed.get(Entry.UPDATE);
    BitSet gradient = needed.get(Entry.GRADIENT);
    update.andNot(gradient);
    update.stream()
        .forEach(
            id ->
                graph.nodes().get(id).operands().stream().filter(gradient::get).forEach(kept::set));
    for (Entry entry : Entry.values()) {
      var builder = new EntryBuilder(graph, kernels, buffers, needed.get(entry), kept);
      entries.put(entry, builder.build().toArray(Step[]::new));
    }
  }

  /**
   * Copies of the next values. A next value that is itself a tensor is set aside first, since its
   * own next value may be copied before it is read.
   */
  private void buildCommits(Kernels kernels) {
    var writes = new ArrayList<Step>();
    program
        .writes()
        .forEach(
            (name, next) -> {
              Matrix from = buffers.of(next);
              if (program.graph().nodes().get(next).isSource()) {
                Matrix aside = buffers.another(next);
                commits.add(kernels.copy(from, aside, active));
                from = aside;
              }
              writes.add(kernels.copy(from, matrix(name), active));
            });
    commits.addAll(writes);
  }

  // Running

  /** Computes one entry point for the first {@code rows} rows of the inputs. */
  public void run(Entry entry, int rows) {
    require(
        0 < rows && rows <= capacity,
        "a batch of this plan has 1 to %s rows but was given %s",
        capacity,
        rows);
    for (int lane = 0; lane < active.length; lane++) {
      scalars[lane].refresh(rows, rates[lane], steps[lane] + 1);
    }
    if (entry == Entry.GRADIENT) {
      fillNoise(rows);
    }
    for (Step step : entries.get(entry)) {
      step.run(rows);
    }
    if (entry == Entry.UPDATE) {
      commit(rows);
    }
  }

  private void fillNoise(int rows) {
    for (Noise noise : noises) {
      for (int lane = 0; lane < active.length; lane++) {
        noise.fill(lane, noiseSeeds[lane], steps[lane] + 1, rows);
      }
    }
  }

  /** Writes come last: everything that a step reads is from before it. */
  private void commit(int rows) {
    for (Step commit : commits) {
      commit.run(rows);
    }
    for (int lane = 0; lane < active.length; lane++) {
      steps[lane] += active[lane] ? 1 : 0;
    }
  }

  // Lanes

  /** The number of lanes. */
  public int lanes() {
    return active.length;
  }

  /** The largest number of rows of a batch. */
  public int capacity() {
    return capacity;
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
    return steps[lane];
  }

  /** Sets the number of steps done, as when training goes on from a checkpoint. */
  public void setStep(int lane, long step) {
    steps[lane] = step;
  }

  /** Freezes a lane, or lets it go on: an inactive lane's tensors and step do not change. */
  public void setActive(int lane, boolean isActive) {
    active[lane] = isActive;
  }

  // Tensors: parameters and states

  /** The names of all parameters and states, in the order of the formulas. */
  public List<String> tensorNames() {
    return List.copyOf(tensors.keySet());
  }

  /** The declaration of a tensor: a parameter or a state. */
  public Detail declaration(String name) {
    return tensor(name).detail();
  }

  /** The shape of a tensor. */
  public Shape shape(String name) {
    return tensor(name).shape();
  }

  /** A copy of a lane's tensor, row by row. */
  public double[] read(String name, int lane) {
    Matrix matrix = matrix(name);
    return read(matrix, matrix.rows(1), lane);
  }

  /** Sets a lane's tensor; {@code values} is not modified. */
  public void write(String name, int lane, double[] values) {
    Matrix matrix = matrix(name);
    int size = matrix.rows(1) * matrix.columns();
    require(
        values.length == size,
        "the tensor '%s' is %s, %s numbers, but %s were given",
        name,
        matrix.shape(),
        size,
        values.length);
    for (int i = 0; i < size; i++) {
      matrix.buffer().set(i * matrix.lanes() + lane, values[i]);
    }
  }

  /**
   * Sets all tensors of a lane to their first values and its step to 0.
   *
   * @param draws the draws of a parameter by its name
   */
  public void initialize(int lane, Function<String, Draws> draws) {
    tensors.forEach((name, node) -> write(name, lane, initial(name, node, draws)));
    steps[lane] = 0;
  }

  private static double[] initial(String name, Node node, Function<String, Draws> draws) {
    int rows = node.shape().rows().count();
    double[] values = new double[rows * node.shape().columns()];
    if (node.detail() instanceof Detail.State state) {
      Arrays.fill(values, state.initial());
      return values;
    }
    var parameter = (Detail.Parameter) node.detail();
    var fans = new Initializer.Fans(rows, node.shape().columns());
    Draws stream = draws.apply(name);
    for (int i = 0; i < values.length; i++) {
      values[i] = parameter.initializer().value(fans, stream, i);
    }
    return values;
  }

  // Inputs and outputs

  /** Whether the formulas read such an input. */
  public boolean hasInput(String name) {
    return inputs.containsKey(name);
  }

  /** Sets one row of a lane's input from the numbers at {@code from} on. */
  public void input(String name, int lane, int row, double[] values, int from) {
    Matrix matrix = inputs.get(name);
    for (int column = 0; column < matrix.columns(); column++) {
      matrix.buffer().set(matrix.index(row, column, lane), values[from + column]);
    }
  }

  /** The names of all outputs, in the order in which the program names them. */
  public List<String> outputNames() {
    return List.copyOf(program.outputs().keySet());
  }

  /** The shape of an output. */
  public Shape outputShape(String name) {
    return buffers.of(program.outputs().get(name)).shape();
  }

  /** A lane's output after an entry that computes it, for a batch of {@code rows} rows. */
  public double[] output(String name, int lane, int rows) {
    Matrix matrix = buffers.of(program.outputs().get(name));
    return read(matrix, matrix.rows(rows), lane);
  }

  /** The first number of a lane's output. */
  public double scalar(String name, int lane) {
    return buffers.of(program.outputs().get(name)).buffer().get(lane);
  }

  private static double[] read(Matrix matrix, int rows, int lane) {
    double[] values = new double[rows * matrix.columns()];
    for (int i = 0; i < values.length; i++) {
      values[i] = matrix.buffer().get(i * matrix.lanes() + lane);
    }
    return values;
  }

  private Node tensor(String name) {
    Node node = tensors.get(name);
    require(node != null, "there is no tensor '%s'; there are %s", name, tensors.keySet());
    return node;
  }

  private Matrix matrix(String name) {
    return buffers.of(tensor(name).id());
  }
}
