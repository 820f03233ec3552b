package dev.kassei.export.onnx;

import dev.kassei.results.record.InputColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the texts of a column become: the number of a row of a table of features.
 *
 * @param columns a column of categories
 * @param missing what stands where one is missing
 */
record CategoryTable(InputColumns columns, List<String> missing) {
  /** The texts that are known. */
  List<String> keys() {
    var keys = new ArrayList<>(columns.categories());
    if (columns.fill().isPresent()) {
      missing.stream().filter(each -> !columns.categories().contains(each)).forEach(keys::add);
    }
    return keys;
  }

  /** The row of each known text; all gaps share the last one. */
  List<Integer> rows() {
    int categories = columns.categories().size();
    return IntStream.range(0, keys().size()).map(i -> Math.min(i, categories)).boxed().toList();
  }

  /** The number of rows, which is that of none. */
  int unknown() {
    return columns.categories().size() + (columns.fill().isPresent() ? 1 : 0);
  }

  /** Rows × features. */
  double[] numbers() {
    var numbers = new ArrayList<Double>();
    for (int category = 0; category < columns.categories().size(); category++) {
      numbers.addAll(ofCategory(category));
    }
    columns.fill().ifPresent(numbers::addAll);
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private List<Double> ofCategory(int category) {
    if (columns.kind() == InputColumns.Kind.ORDINAL) {
      return List.of((double) category);
    }
    return IntStream.range(0, columns.width()).mapToObj(i -> i == category ? 1.0 : 0.0).toList();
  }
}
