package dev.kassei.engine.kernel.vector;

import static dev.kassei.engine.kernel.vector.Numbers.assertSameBits;

import dev.kassei.api.Precision;
import dev.kassei.api.expr.Shape;
import dev.kassei.engine.kernel.Fused;
import dev.kassei.engine.kernel.Kernels;
import dev.kassei.engine.kernel.Matrix;
import dev.kassei.engine.kernel.Share;
import dev.kassei.engine.kernel.TileProgram;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fused instructions against their operations one after the other, by scalars and by vectors. */
@Tag("vectors")
class FusedTest {
  private static final int[] SIZES = {1, 2, 7, 15, 16, 17, 33, 250, 1000, 1024, 1025, 3000};

  @ParameterizedTest
  @CsvSource({"FLOAT32, 1", "FLOAT32, 3", "FLOAT32, 16", "FLOAT64, 1", "FLOAT64, 3", "FLOAT64, 16"})
  void theBitsAreThoseOfTheOperationsOneAfterTheOther(Precision precision, int lanes) {
    var numbers = new Numbers(precision);
    for (Fused fused : Fused.all()) {
      for (int size : SIZES) {
        var loads = new ArrayList<Matrix>();
        for (int i = 0; i < operands(fused.pattern()); i++) {
          loads.add(i % 2 == 0 ? numbers.special(1, size, lanes) : numbers.special(1, 1, lanes));
        }
        var program = new Written(fused.pattern(), loads, numbers, size, lanes);
        Matrix expected = program.runStoringAll(Kernels.scalar(precision));
        String what = fused + ", " + size + " values, " + lanes + " lanes";
        assertSameBits(program.run(Kernels.scalar(precision)), expected, what + ", scalar");
        assertSameBits(program.run(Kernels.vector(precision).get()), expected, what + ", vector");
      }
    }
  }

  private static int operands(Fused.Part part) {
    return part.isOperand()
        ? part.operand() + 1
        : part.parts().stream().mapToInt(FusedTest::operands).max().orElseThrow();
  }

  /** The operations of a pattern as a tile program. */
  private static final class Written {
    private final List<Matrix> loads;
    private final Numbers numbers;
    private final int size;
    private final int lanes;
    private final List<TileProgram.Instruction> instructions = new ArrayList<>();

    Written(Fused.Part pattern, List<Matrix> loads, Numbers numbers, int size, int lanes) {
      this.loads = loads;
      this.numbers = numbers;
      this.size = size;
      this.lanes = lanes;
      write(pattern);
    }

    /** Returns the register of a part. */
    private int write(Fused.Part part) {
      if (part.isOperand()) {
        return part.operand();
      }
      List<Integer> sources = part.parts().stream().map(this::write).toList();
      int target = loads.size() + instructions.size();
      instructions.add(new TileProgram.Instruction(part.operation(), sources, target));
      return target;
    }

    /** What lies between the operations is stored, so that nothing can be fused. */
    Matrix runStoringAll(Kernels kernels) {
      var stores = new HashMap<Integer, Matrix>();
      instructions.forEach(each -> stores.put(each.target(), numbers.empty(1, size, lanes)));
      return run(kernels, stores);
    }

    Matrix run(Kernels kernels) {
      return run(kernels, Map.of(last(), numbers.empty(1, size, lanes)));
    }

    private int last() {
      return loads.size() + instructions.size() - 1;
    }

    private Matrix run(Kernels kernels, Map<Integer, Matrix> stores) {
      var program = new TileProgram(Shape.fixed(1, size), lanes, loads, instructions, stores);
      kernels.tiles(program, Share.ALL).run(1);
      return stores.get(last());
    }
  }
}
