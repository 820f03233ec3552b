package dev.kassei.engine.kernel;

import dev.kassei.api.expr.Operation;
import java.util.ArrayDeque;
import java.util.List;

/**
 * Runs a tile program in float64: a register is a place in a matrix, or scratch, which is used
 * again once nobody reads it any more.
 */
public final class Float64Tiles implements Step {
  private final TileProgram program;
  private final Float64Pointwise pointwise;
  private final Share share;
  private final Float64Repeat[] repeats;
  private final double[][] registers;
  private final boolean[] moving;
  private final Line[] lines;

  /**
   * Prepares a program.
   *
   * @param pointwise the loops; not used by anybody else at the same time
   * @param share which tiles are computed
   */
  public Float64Tiles(TileProgram program, Float64Pointwise pointwise, Share share) {
    this.share = share;
    this.program = Fusion.of(program);
    this.pointwise = pointwise;
    registers = new double[this.program.registers()][];
    moving = new boolean[registers.length];
    repeats = new Float64Repeat[program.loads().size()];
    for (int i = 0; i < repeats.length; i++) {
      Matrix matrix = program.loads().get(i);
      boolean isWhole = matrix.shape().equals(program.shape());
      place(i, isWhole ? ((Float64Buffer) matrix.buffer()).values : scratch(), isWhole);
      repeats[i] = new Float64Repeat(matrix, program.shape(), program.tile());
    }
    lines = lines();
  }

  private void place(int register, double[] values, boolean isMoving) {
    registers[register] = values;
    moving[register] = isMoving;
  }

  private double[] scratch() {
    return new double[program.tile() + Buffer.PADDING];
  }

  private Line[] lines() {
    List<TileProgram.Instruction> instructions = program.instructions();
    int[] lastUse = new int[registers.length];
    for (int i = 0; i < instructions.size(); i++) {
      for (int source : instructions.get(i).sources()) {
        lastUse[source] = i;
      }
    }
    var free = new ArrayDeque<double[]>();
    var all = new Line[instructions.size()];
    for (int i = 0; i < all.length; i++) {
      int line = i;
      TileProgram.Instruction instruction = instructions.get(i);
      instruction.sources().stream()
          .distinct()
          .filter(source -> source >= repeats.length && !moving[source])
          .filter(source -> lastUse[source] == line)
          .forEach(source -> free.push(registers[source]));
      Matrix kept = program.stores().get(instruction.target());
      if (kept != null) {
        place(instruction.target(), ((Float64Buffer) kept.buffer()).values, true);
      } else {
        place(instruction.target(), free.isEmpty() ? scratch() : free.pop(), false);
      }
      all[i] = new Line(instruction);
    }
    return all;
  }

  @Override
  public void run(int batch) {
    int size = program.size(batch);
    int tile = program.tile();
    for (int i = 0; i < repeats.length; i++) {
      if (!moving[i] && repeats[i].isSameInEachTile()) {
        repeats[i].fillSame(registers[i], Math.min(tile, size));
      }
    }
    int end = share.to(size, tile);
    for (int from = share.from(size, tile); from < end; from += tile) {
      run(from, Math.min(tile, end - from));
    }
  }

  private void run(int from, int n) {
    for (int i = 0; i < repeats.length; i++) {
      if (!moving[i] && !repeats[i].isSameInEachTile()) {
        repeats[i].fill(registers[i], from, n);
      }
    }
    for (Line line : lines) {
      line.run(from, n);
    }
  }

  /** An instruction and where its registers are. */
  private final class Line {
    private final Operation operation;
    private final Fused fused;
    private final double[] y;
    private final boolean yMoves;
    private final double[][] x;
    private final boolean[] xMoves;
    private final int[] starts;

    /** A missing second or third operand is the first again, and not read. */
    Line(TileProgram.Instruction instruction) {
      operation = instruction.operation();
      fused = instruction.fused();
      y = registers[instruction.target()];
      yMoves = moving[instruction.target()];
      List<Integer> sources = instruction.sources();
      int count = Math.max(3, sources.size());
      x = new double[count][];
      xMoves = new boolean[count];
      starts = new int[count];
      for (int i = 0; i < count; i++) {
        int source = sources.get(i < sources.size() ? i : 0);
        x[i] = registers[source];
        xMoves[i] = moving[source];
      }
    }

    void run(int from, int n) {
      for (int i = 0; i < starts.length; i++) {
        starts[i] = xMoves[i] ? from : 0;
      }
      int start = yMoves ? from : 0;
      if (fused != Fused.NONE) {
        pointwise.run(fused, y, start, x, starts, n);
        return;
      }
      pointwise.run(operation, y, start, x[0], starts[0], x[1], starts[1], x[2], starts[2], n);
    }
  }
}
