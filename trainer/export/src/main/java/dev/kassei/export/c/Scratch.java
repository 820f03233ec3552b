package dev.kassei.export.c;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where numbers stand in one array on the stack: each block at the first place that is free while
 * it is needed.
 */
final class Scratch {
  private final List<Block> blocks = new ArrayList<>();
  private int size;

  /**
   * A block of numbers.
   *
   * @param lastRead the last step that reads it
   */
  private record Block(int from, int size, int lastRead) {
    int to() {
      return from + size;
    }
  }

  /**
   * Finds a place for so many numbers and returns where it begins.
   *
   * @param step when they are written
   * @param lastRead the last step that reads them
   */
  int place(int numbers, int step, int lastRead) {
    List<Block> used = new ArrayList<>(blocks);
    used.removeIf(block -> block.lastRead() < step);
    used.sort(Comparator.comparingInt(Block::from));
    int from = 0;
    for (Block block : used) {
      if (block.from() - from >= numbers) {
        break;
      }
      from = Math.max(from, block.to());
    }
    blocks.add(new Block(from, numbers, lastRead));
    size = Math.max(size, Math.addExact(from, numbers));
    return from;
  }

  /** How many numbers there is a place for. */
  int size() {
    return size;
  }
}
