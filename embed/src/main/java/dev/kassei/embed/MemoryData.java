package dev.kassei.embed;

import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.PluginName;
import dev.kassei.api.Target;
import dev.kassei.api.value.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Rows that a program has in memory. Its arrays are copies. */
@PluginName(MemoryData.NAME)
final class MemoryData implements DatasetSource {
  /** What configurations call it. */
  static final String NAME = "arrays";

  private static final String LABEL = "y";

  private final Dataset data;

  private MemoryData(Dataset data) {
    this.data = data;
  }

  /** Rows of numbers, one class each; classes are in ascending order. */
  static MemoryData classes(double[][] x, int[] y) {
    Given.required(y, LABEL);
    int[] distinct = Arrays.stream(y).distinct().sorted().toArray();
    double[] targets =
        Arrays.stream(y).mapToDouble(k -> Arrays.binarySearch(distinct, k)).toArray();
    return of(x, classTarget(Arrays.stream(distinct).mapToObj(Numbers::text).toList()), targets);
  }

  /** Rows of numbers, one class each; classes are in the order of their code points. */
  static MemoryData classes(double[][] x, String[] y) {
    List<String> distinct =
        Arrays.stream(Given.elements(y, LABEL)).distinct().sorted(codePoints()).toList();
    Map<String, Integer> order = new HashMap<>();
    distinct.forEach(name -> order.put(name, order.size()));
    return of(x, classTarget(distinct), Arrays.stream(y).mapToDouble(order::get).toArray());
  }

  /** Rows of numbers, and the numbers to be learned of each. */
  static MemoryData numbers(double[][] x, double[][] y) {
    Given.elements(y, LABEL);
    List<String> names = width(y) == 1 ? List.of(LABEL) : names(LABEL, width(y));
    return of(x, new Target(names, List.of()), flat("y", y));
  }

  private static Comparator<String> codePoints() {
    return (one, other) -> Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());
  }

  private static Target classTarget(List<String> classes) {
    if (classes.size() < 2) {
      throw new KasseiException("expected at least two classes in y but found " + classes);
    }
    return new Target(List.of(LABEL), classes);
  }

  private static MemoryData of(double[][] x, Target target, double[] targets) {
    Given.elements(x, "x");
    if (x.length != targets.length / target.columns()) {
      throw new KasseiException(
          "x has %s rows but y has %s; give one y for each row of x"
              .formatted(x.length, targets.length / target.columns()));
    }
    return new MemoryData(new Dataset(names("x", width(x)), target, flat("x", x), targets));
  }

  private static int width(double[][] rows) {
    if (rows.length == 0 || rows[0].length == 0) {
      throw new KasseiException("expected rows of at least one number but there are none");
    }
    return rows[0].length;
  }

  private static List<String> names(String prefix, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> prefix + i).toList();
  }

  /** Rows of one number each. */
  static double[][] column(double... y) {
    return Arrays.stream(Given.required(y, LABEL))
        .mapToObj(each -> new double[] {each})
        .toArray(double[][]::new);
  }

  static double[] flat(String name, double[][] rows) {
    int width = width(rows);
    double[] flat = new double[rows.length * width];
    for (int row = 0; row < rows.length; row++) {
      if (rows[row].length != width) {
        throw new KasseiException(
            "%s[%s] has %s numbers but %s[0] has %s"
                .formatted(name, row, rows[row].length, name, width));
      }
      System.arraycopy(rows[row], 0, flat, row * width, width);
    }
    requireFinite(name, flat, width);
    return flat;
  }

  private static void requireFinite(String name, double[] flat, int width) {
    for (int i = 0; i < flat.length; i++) {
      if (!Double.isFinite(flat[i])) {
        throw new KasseiException(
            "%s[%s][%s] is %s; expected finite numbers"
                .formatted(name, i / width, i % width, flat[i]));
      }
    }
  }

  @Override
  public Dataset load(Context context) {
    return data;
  }

  /** The names of its columns, and then its rows, as CSV has them. */
  List<List<String>> table() {
    var lines = new ArrayList<List<String>>();
    var header = new ArrayList<>(data.featureNames());
    header.addAll(data.target().names());
    lines.add(header);
    for (int row = 0; row < data.rows(); row++) {
      var cells = new ArrayList<String>();
      addRow(data.features(), row, data.width(), cells);
      if (data.target().isClasses()) {
        cells.add(data.target().classes().get((int) data.targets()[row]));
      } else {
        addRow(data.targets(), row, data.target().columns(), cells);
      }
      lines.add(cells);
    }
    return lines;
  }

  private static void addRow(double[] numbers, int row, int width, List<String> cells) {
    for (int i = row * width; i < (row + 1) * width; i++) {
      cells.add(Numbers.text(numbers[i]));
    }
  }

  /** The data set as YAML, once its table is in a file. */
  String yaml(String path) {
    return "{type: csv, path: \"%s\", header: true, label: [%s], task: %s}"
        .formatted(
            path,
            String.join(", ", data.target().names()),
            data.target().isClasses() ? "classification" : "regression");
  }
}
