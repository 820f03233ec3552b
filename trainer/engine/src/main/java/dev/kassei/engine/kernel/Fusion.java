package dev.kassei.engine.kernel;

import dev.kassei.api.expr.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Replaces instructions of a tile program by fused ones. A value between fused operations must be
 * nobody else's: read once, and not stored.
 */
final class Fusion {
  /** The registers that a fused instruction can read. */
  private static final int OPERANDS = 5;

  private static final NavigableSet<Integer> NONE = Collections.emptyNavigableSet();

  private final TileProgram program;
  private final List<TileProgram.Instruction> instructions;
  private final Map<Integer, Integer> makers = new HashMap<>();
  private final int[] readings;

  /** The instructions whose results are stored, by buffer. */
  private final Map<Buffer, NavigableSet<Integer>> stored = new IdentityHashMap<>();

  private Fusion(TileProgram program) {
    this.program = program;
    this.instructions = program.instructions();
    this.readings = new int[program.registers()];
    for (int i = 0; i < instructions.size(); i++) {
      makers.put(instructions.get(i).target(), i);
      instructions.get(i).sources().forEach(source -> readings[source]++);
      Matrix store = program.stores().get(instructions.get(i).target());
      if (store != null) {
        stored.computeIfAbsent(store.buffer(), buffer -> new TreeSet<>()).add(i);
      }
    }
  }

  /** The same program with as few loops as possible. */
  static TileProgram of(TileProgram program) {
    return new TileProgram(
        program.shape(),
        program.lanes(),
        program.loads(),
        new Fusion(program).fused(),
        program.stores());
  }

  /** From the last instruction on, since what it fuses is made before. */
  private List<TileProgram.Instruction> fused() {
    var kept = new TreeMap<Integer, TileProgram.Instruction>();
    var dropped = new boolean[instructions.size()];
    for (int i = instructions.size() - 1; i >= 0; i--) {
      if (!dropped[i]) {
        kept.put(i, fused(i, dropped));
      }
    }
    return List.copyOf(kept.values());
  }

  private TileProgram.Instruction fused(int i, boolean[] dropped) {
    for (Fused fused : Fused.all()) {
      var match = new Match(i);
      if (match.matches(fused.pattern(), instructions.get(i)) && match.readsWhatItRead()) {
        match.inside.forEach(inner -> dropped[inner] = true);
        return new TileProgram.Instruction(
            instructions.get(i).operation(), fused, match.sources(), instructions.get(i).target());
      }
    }
    return instructions.get(i);
  }

  /** An attempt to find a pattern that ends with one instruction. */
  private final class Match {
    private final int root;
    private final List<Integer> inside = new ArrayList<>();
    private final int[] operands = new int[OPERANDS];

    Match(int root) {
      this.root = root;
      Arrays.fill(operands, -1);
    }

    List<Integer> sources() {
      return IntStream.of(operands).takeWhile(source -> source >= 0).boxed().toList();
    }

    boolean matches(Fused.Part pattern, TileProgram.Instruction instruction) {
      if (instruction.operation() != pattern.operation()) {
        return false;
      }
      List<Integer> sources = instruction.sources();
      int[] before = operands.clone();
      int insideBefore = inside.size();
      if (matchAll(pattern.parts(), sources)) {
        return true;
      }
      System.arraycopy(before, 0, operands, 0, OPERANDS);
      inside.subList(insideBefore, inside.size()).clear();
      return isCommutative(pattern.operation())
          && matchAll(pattern.parts(), List.of(sources.get(1), sources.get(0)));
    }

    private static boolean isCommutative(Operation operation) {
      return operation == Operation.ADD || operation == Operation.MULTIPLY;
    }

    private boolean matchAll(List<Fused.Part> parts, List<Integer> sources) {
      for (int i = 0; i < parts.size(); i++) {
        if (!matches(parts.get(i), sources.get(i))) {
          return false;
        }
      }
      return true;
    }

    private boolean matches(Fused.Part part, int register) {
      if (part.isOperand()) {
        boolean isNew = operands[part.operand()] < 0;
        operands[part.operand()] = isNew ? register : operands[part.operand()];
        return operands[part.operand()] == register;
      }
      Integer maker = makers.get(register);
      if (maker == null || !isPassing(register)) {
        return false;
      }
      inside.add(maker);
      return matches(part, instructions.get(maker));
    }

    private boolean isPassing(int register) {
      return readings[register] == 1 && !program.stores().containsKey(register);
    }

    /** Whether no operand's place in memory is overwritten before the operand is read now. */
    private boolean readsWhatItRead() {
      int first = inside.stream().min(Integer::compare).orElse(root);
      return sources().stream()
          .filter(source -> source < program.loads().size())
          .map(source -> program.loads().get(source).buffer())
          .noneMatch(buffer -> isStored(buffer, first));
    }

    /** Whether an instruction from one on, but before the last, stores into a buffer. */
    private boolean isStored(Buffer buffer, int first) {
      Integer next = stored.getOrDefault(buffer, NONE).ceiling(first);
      return next != null && next < root;
    }
  }
}
