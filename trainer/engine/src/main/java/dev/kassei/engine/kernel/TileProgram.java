package dev.kassei.engine.kernel;

import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Shape;
import java.util.List;
import java.util.Map;

/**
 * A pointwise region as instructions over registers. A register holds one tile of values; the
 * program runs tile by tile over all rows, columns and lanes of its shape.
 *
 * @param shape the region's rows and columns
 * @param lanes the number of trials side by side
 * @param loads what each register from 0 on is filled from; smaller matrices are repeated
 * @param instructions in order; each writes a register of its own, with a higher number than before
 * @param stores where registers are kept, by register; each matrix is of the region's shape
 */
public record TileProgram(
    Shape shape,
    int lanes,
    List<Matrix> loads,
    List<Instruction> instructions,
    Map<Integer, Matrix> stores) {

  private static final int TILE = 1024;

  /**
   * One pointwise operation, or several.
   *
   * @param operation what is computed, or computed last
   * @param fused what is computed in the same loop
   * @param sources the registers read
   * @param target the register written
   */
  public record Instruction(Operation operation, Fused fused, List<Integer> sources, int target) {
    /** A single operation. */
    public Instruction(Operation operation, List<Integer> sources, int target) {
      this(operation, Fused.NONE, sources, target);
    }
  }

  /** The number of values in a tile: about 1,024, in whole groups of lanes. */
  public int tile() {
    return lanes < TILE ? TILE - TILE % lanes : lanes;
  }

  /** The number of registers. */
  public int registers() {
    return instructions.get(instructions.size() - 1).target() + 1;
  }

  /** The number of values for a batch of {@code batch} rows. */
  public int size(int batch) {
    return shape.rows().actual(batch) * shape.columns() * lanes;
  }
}
