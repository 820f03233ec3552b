package dev.kassei.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Precision;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which instructions become one. */
class FusionTest {
  private static final int SIZE = 5;

  private final List<Matrix> loads = new ArrayList<>();
  private final List<TileProgram.Instruction> instructions = new ArrayList<>();
  private final Map<Integer, Matrix> stores = new HashMap<>();

  private static Matrix matrix(double value) {
    var matrix = new Matrix(Kernels.scalar(Precision.FLOAT64).allocate(SIZE), shape(), 1);
    for (int i = 0; i < SIZE; i++) {
      matrix.buffer().set(i, value);
    }
    return matrix;
  }

  private static Shape shape() {
    return Shape.fixed(1, SIZE);
  }

  private int load(Matrix matrix) {
    loads.add(matrix);
    return loads.size() - 1;
  }

  private int apply(Operation operation, Integer... sources) {
    int target = loads.size() + instructions.size();
    instructions.add(new TileProgram.Instruction(operation, List.of(sources), target));
    return target;
  }

  private TileProgram program() {
    return new TileProgram(shape(), 1, loads, instructions, stores);
  }

  private List<Fused> fused() {
    return Fusion.of(program()).instructions().stream()
        .map(TileProgram.Instruction::fused)
        .toList();
  }

  @Test
  void aStepOfAdamIsThreeLoops() {
    int weight = load(matrix(1));
    int mean = load(matrix(0));
    int square = load(matrix(0));
    int gradient = load(matrix(2));
    int scalar = load(matrix(0.5));
    int kept = apply(Operation.MULTIPLY, mean, scalar);
    int nextMean = apply(Operation.ADD, kept, apply(Operation.MULTIPLY, scalar, gradient));
    int squared = apply(Operation.MULTIPLY, gradient, gradient);
    int entering = apply(Operation.MULTIPLY, squared, scalar);
    int nextSquare = apply(Operation.ADD, entering, apply(Operation.MULTIPLY, square, scalar));
    int step = apply(Operation.MULTIPLY, nextMean, scalar);
    int root = apply(Operation.ADD, apply(Operation.SQRT, nextSquare), scalar);
    int next = apply(Operation.SUBTRACT, weight, apply(Operation.DIVIDE, step, root));
    stores.put(nextMean, matrix(0));
    stores.put(nextSquare, matrix(0));
    stores.put(next, matrix(0));

    assertThat(fused())
        .containsExactly(Fused.WEIGHTED_SUM, Fused.WEIGHTED_SQUARES, Fused.ROOT_DESCENT);
  }

  @Test
  void aValueThatIsStoredIsNotFusedAway() {
    int product = apply(Operation.MULTIPLY, load(matrix(2)), load(matrix(3)));
    stores.put(product, matrix(0));
    stores.put(apply(Operation.ADD, product, 0), matrix(0));

    assertThat(fused()).containsExactly(Fused.NONE, Fused.NONE);
  }

  @Test
  void aValueThatIsReadTwiceIsNotFusedAway() {
    int product = apply(Operation.MULTIPLY, load(matrix(2)), load(matrix(3)));
    int sum = apply(Operation.ADD, product, 0);
    stores.put(apply(Operation.MULTIPLY, product, sum), matrix(0));

    assertThat(fused()).containsExactly(Fused.NONE, Fused.NONE, Fused.NONE);
  }

  @Test
  void nothingIsReadLaterThanItsPlaceIsOverwritten() {
    Matrix state = matrix(2);
    int old = load(state);
    int other = load(matrix(3));
    int product = apply(Operation.MULTIPLY, old, other);
    int next = apply(Operation.NEGATE, other);
    int sum = apply(Operation.ADD, product, next);
    stores.put(next, state);
    stores.put(sum, matrix(0));
    Kernels.scalar(Precision.FLOAT64).tiles(program(), Share.ALL).run(1);

    assertThat(fused()).containsOnly(Fused.NONE);
    assertThat(stores.get(sum).buffer().get(0)).isEqualTo(2 * 3 - 3);
    assertThat(state.buffer().get(SIZE - 1)).isEqualTo(-3);
  }

  @Test
  void scratchIsUsedAgainAndNothingIsLost() {
    int x = load(matrix(2));
    int a = apply(Operation.NEGATE, x);
    int b = apply(Operation.ABS, a);
    int c = apply(Operation.NEGATE, b);
    int d = apply(Operation.MAX, c, a);
    int e = apply(Operation.MIN, b, d);
    int f = apply(Operation.SUBTRACT, apply(Operation.DIVIDE, e, b), a);
    stores.put(f, matrix(0));
    Kernels.scalar(Precision.FLOAT64).tiles(program(), Share.ALL).run(1);

    assertThat(stores.get(f).buffer().get(0)).isEqualTo(-2 / 2 + 2);
  }
}
