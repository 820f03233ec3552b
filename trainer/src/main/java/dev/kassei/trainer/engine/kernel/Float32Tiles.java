// Made by FloatTwin from its float64 twin; change that one.
package dev.kassei.trainer.engine.kernel;

import dev.kassei.api.expr.Operation;
import java.util.Arrays;

/** Runs a tile program in float32: a register is a place in a matrix, or scratch. */
public final class Float32Tiles implements Step {
  private final TileProgram program;
  private final Float32Pointwise pointwise;
  private final Share share;
  private final Operation[] operations;
  private final int[][] sources;
  private final Float32Repeat[] repeats;
  private final float[][] registers;
  private final boolean[] moving;

  /**
   * Prepares a program.
   *
   * @param pointwise the loops; not used by anybody else at the same time
   * @param share which tiles are computed
   */
  public Float32Tiles(TileProgram program, Float32Pointwise pointwise, Share share) {
    this.share = share;
    this.program = program;
    this.pointwise = pointwise;
    int loads = program.loads().size();
    int count = program.instructions().size();
    operations = new Operation[count];
    sources = new int[count][];
    registers = new float[loads + count][];
    moving = new boolean[loads + count];
    repeats = new Float32Repeat[loads];
    for (int i = 0; i < loads; i++) {
      Matrix matrix = program.loads().get(i);
      moving[i] = matrix.shape().equals(program.shape());
      registers[i] =
          moving[i]
              ? ((Float32Buffer) matrix.buffer()).values
              : new float[program.tile() + Buffer.PADDING];
      repeats[i] = new Float32Repeat(matrix, program.shape(), program.tile());
    }
    for (int i = 0; i < count; i++) {
      TileProgram.Instruction instruction = program.instructions().get(i);
      operations[i] = instruction.operation();
      sources[i] = sources(instruction);
      Matrix kept = program.stores().get(loads + i);
      moving[loads + i] = kept != null;
      registers[loads + i] =
          kept != null
              ? ((Float32Buffer) kept.buffer()).values
              : new float[program.tile() + Buffer.PADDING];
    }
  }

  /** The registers read; a missing second or third one is the first again, and not looked at. */
  private static int[] sources(TileProgram.Instruction instruction) {
    int[] all = new int[3];
    Arrays.fill(all, instruction.sources().get(0));
    for (int i = 0; i < instruction.sources().size(); i++) {
      all[i] = instruction.sources().get(i);
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
    for (int i = 0; i < operations.length; i++) {
      int target = repeats.length + i;
      int[] in = sources[i];
      pointwise.run(
          operations[i],
          registers[target],
          moving[target] ? from : 0,
          registers[in[0]],
          moving[in[0]] ? from : 0,
          registers[in[1]],
          moving[in[1]] ? from : 0,
          registers[in[2]],
          moving[in[2]] ? from : 0,
          n);
    }
  }
}
