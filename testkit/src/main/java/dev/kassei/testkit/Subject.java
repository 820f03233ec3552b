package dev.kassei.testkit;

import dev.kassei.api.Layer;
import dev.kassei.api.Precision;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Mode;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Operation.Kind;
import dev.kassei.api.expr.Rows;
import dev.kassei.api.expr.Shape;
import dev.kassei.api.expr.Traversal;
import dev.kassei.api.value.ContractException;
import dev.kassei.engine.FormulaFunction;
import dev.kassei.engine.FormulaSize;
import dev.kassei.engine.Programs;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A layer at a width that it takes, ready to be evaluated in inference. */
final class Subject {
  /** Widths to try: first one that makes row-wise functions show themselves. */
  private static final int[] WIDTHS = {4, 3, 2, 1, 6, 8, 5, 7, 12, 16};

  private static final Set<Kind> POINTWISE =
      EnumSet.of(Kind.POINTWISE, Kind.LEAF, Kind.HOST, Kind.MARK);

  /** Values with more numbers per row are not computed: each clause would take minutes. */
  static final int LARGEST = 4096;

  /** The path under which formulas are built. */
  static final String PATH = "probe";

  private final Layer layer;
  private final int width;
  private final Map<Precision, FormulaFunction> functions = new EnumMap<>(Precision.class);

  private Subject(Layer layer, int width) {
    this.layer = layer;
    this.width = width;
  }

  /**
   * The layer at the first width that it takes; empty if it takes none or is too large. What works
   * number by number is looked at in one column, where what is found can be read most easily.
   */
  static Optional<Subject> of(Layer layer) {
    if (tooLarge(layer).isPresent()) {
      return Optional.empty();
    }
    if (takes(layer, 1) && takes(layer, WIDTHS[0]) && isPointwise(layer)) {
      return Optional.of(new Subject(layer, 1));
    }
    return Arrays.stream(WIDTHS)
        .filter(width -> takes(layer, width))
        .mapToObj(width -> new Subject(layer, width))
        .findFirst();
  }

  /** The layer at each of the widths that are tried and that it takes. */
  static Stream<Subject> atEachWidth(Layer layer) {
    return Arrays.stream(WIDTHS)
        .filter(width -> takes(layer, width))
        .mapToObj(width -> new Subject(layer, width));
  }

  /** A layer at a width that it is known to take. */
  static Subject of(Layer layer, int width) {
    return new Subject(layer, width);
  }

  /** Another layer at the same width. */
  Subject with(Layer other) {
    return new Subject(other, width);
  }

  private static boolean takes(Layer layer, int width) {
    return formula(layer, width)
        .filter(formula -> formula.shape().rows().equals(Rows.BATCH))
        .isPresent();
  }

  private static Optional<Expr> formula(Layer layer, int width) {
    try {
      return Optional.ofNullable(layer.apply(input(width)));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  /** Says so if the formula of a layer is too large to compute. */
  static Optional<String> tooLarge(Layer layer) {
    return Arrays.stream(WIDTHS)
        .mapToObj(width -> formula(layer, width))
        .flatMap(Optional::stream)
        .findFirst()
        .flatMap(FormulaSize::problem);
  }

  private static boolean isPointwise(Layer layer) {
    Expr formula = layer.apply(input(WIDTHS[0]));
    return formula.width() == WIDTHS[0]
        && Traversal.operandsFirst(List.of(formula)).stream()
            .map(node -> node.operation().kind())
            .allMatch(POINTWISE::contains);
  }

  /** A new input of this width, batch × width. */
  static Expr input(int width) {
    return Expr.input("x", Shape.batch(width)).at(PATH);
  }

  Layer layer() {
    return layer;
  }

  int width() {
    return width;
  }

  int outputs() {
    return function(Precision.FLOAT64).outputs();
  }

  /** The most numbers per row that a value of the formula has. */
  long widest() {
    return Traversal.operandsFirst(List.of(formula())).stream()
        .map(Expr::shape)
        .mapToLong(shape -> (long) shape.rows().count() * shape.columns())
        .max()
        .orElse(1);
  }

  /** Whether inputs are numbers of rows of a table, of which most numbers are none. */
  boolean choosesRows() {
    return Traversal.operandsFirst(List.of(formula())).stream()
        .anyMatch(node -> node.operation() == Operation.GATHER && readsInput(node.operand(1)));
  }

  private static boolean readsInput(Expr index) {
    return Traversal.operandsFirst(List.of(index)).stream()
        .anyMatch(node -> node.operation() == Operation.INPUT);
  }

  /** Whether its values can be checked at any input, in seconds. */
  boolean isCheckable() {
    return hasValues() && !choosesRows();
  }

  /** Whether each row has a value, and one that is computed soon. */
  boolean hasValues() {
    return isSmall() && !isRandom();
  }

  /** Whether all clauses together take seconds at most. */
  boolean isSmall() {
    return widest() <= LARGEST;
  }

  /** Whether it draws random numbers also where it predicts. */
  boolean isRandom() {
    try {
      return Programs.isRandomInInference(formula());
    } catch (IllegalArgumentException e) {
      return false; // what no network can have is reported by a clause of its own
    }
  }

  /** The formula on a new input. */
  Expr formula() {
    return ContractException.returned(layer.apply(input(width)), layer, "apply");
  }

  FormulaFunction function(Precision precision) {
    return functions.computeIfAbsent(precision, this::newFunction);
  }

  /** As {@link #function}, compiled again. */
  FormulaFunction newFunction(Precision precision) {
    return FormulaFunction.of(layer, width, precision, Mode.INFERENCE);
  }

  /** The values of rows, rows × outputs. */
  double[] value(Precision precision, double[] rows) {
    return function(precision).value(rows);
  }

  /** The gradients of rows, rows × width, of outputs summed with {@link Points#weight}. */
  double[] gradient(Precision precision, double[] rows) {
    int outputs = outputs();
    double[] weights = new double[rows.length / width * outputs];
    Arrays.setAll(weights, i -> Points.weight(i % outputs, outputs));
    return function(precision).gradient(rows, weights);
  }

  /** The gradients of rows, rows × width, of one output with its weight in that sum. */
  double[] gradient(Precision precision, double[] rows, int output) {
    int outputs = outputs();
    double[] weights = new double[rows.length / width * outputs];
    for (int i = output; i < weights.length; i += outputs) {
      weights[i] = Points.weight(output, outputs);
    }
    return function(precision).gradient(rows, weights);
  }

  /** The row in which element {@code index} of rows of {@code columns} columns stands, as text. */
  String row(double[] rows, int index, int columns) {
    int from = index / columns * width;
    double[] row = Arrays.copyOfRange(rows, from, from + width);
    boolean same = Arrays.stream(row).allMatch(x -> Double.compare(x, row[0]) == 0);
    return same ? "x = " + row[0] : "the row " + Arrays.toString(row);
  }
}
