package dev.kassei.trainer.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Features from columns: a number is itself, a category is one feature for each of its column.
 *
 * @param columns the columns but the label's
 * @param categories those of each column; empty for numbers
 */
record OneHot(List<Column> columns, List<Categories> categories) {
  /** One name a feature. */
  List<String> names() {
    var names = new ArrayList<String>();
    for (int i = 0; i < columns.size(); i++) {
      String name = columns.get(i).name();
      if (columns.get(i).isCategorical()) {
        categories.get(i).names().forEach(category -> names.add(name + "=" + category));
      } else {
        names.add(name);
      }
    }
    return names;
  }

  /**
   * Features, row by row.
   *
   * @param cells rows × columns: numbers and numbers of categories, NaN where there is no value;
   *     not modified
   */
  double[] encode(double[] cells) {
    if (columns.stream().noneMatch(Column::isCategorical)) {
      return cells;
    }
    int width = names().size();
    double[] features = new double[Math.multiplyExact(cells.length / columns.size(), width)];
    int next = 0;
    for (int i = 0; i < cells.length; i++) {
      int column = i % columns.size();
      if (columns.get(column).isCategorical()) {
        int size = categories.get(column).names().size();
        one(features, next, size, cells[i], categories.get(column));
        next += size;
      } else {
        features[next++] = cells[i];
      }
    }
    return features;
  }

  private static void one(double[] features, int from, int size, double cell, Categories names) {
    if (Double.isNaN(cell)) {
      Arrays.fill(features, from, from + size, Double.NaN);
    } else {
      features[from + names.place((int) cell)] = 1;
    }
  }
}
