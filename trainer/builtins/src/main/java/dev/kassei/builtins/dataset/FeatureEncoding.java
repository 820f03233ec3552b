package dev.kassei.builtins.dataset;

import dev.kassei.api.Categorical;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Features from columns: a number is itself, a category is one feature for each of its column, or
 * its number.
 *
 * @param columns the columns that are features
 * @param categories those of each column; empty for numbers
 */
record FeatureEncoding(List<Column> columns, List<Categories> categories) {
  /** One name a feature. */
  List<String> names() {
    var names = new ArrayList<String>();
    for (int i = 0; i < columns.size(); i++) {
      String name = columns.get(i).name();
      if (isOneHot(i)) {
        categories.get(i).names().forEach(category -> names.add(name + "=" + category));
      } else {
        names.add(name);
      }
    }
    return names;
  }

  /** Which features are categories. */
  List<Categorical> categorical() {
    var all = new ArrayList<Categorical>();
    int first = 0;
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).isCategorical() && categories.get(i).count() > 0) {
        var encoding = isOneHot(i) ? Categorical.Encoding.ONE_HOT : Categorical.Encoding.ORDINAL;
        all.add(new Categorical(first, categories.get(i).names(), encoding));
      }
      first += width(i);
    }
    return all;
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
    int[] widths = IntStream.range(0, columns.size()).map(this::width).toArray();
    int rows = cells.length / columns.size();
    requireRoom(rows, widths);
    double[] features = new double[rows * Arrays.stream(widths).sum()];
    int next = 0;
    for (int i = 0; i < cells.length; i++) {
      int column = i % columns.size();
      if (isOneHot(column)) {
        one(features, next, widths[column], cells[i], categories.get(column));
      } else {
        features[next] = value(column, cells[i]);
      }
      next += widths[column];
    }
    return features;
  }

  private boolean isOneHot(int column) {
    return columns.get(column).isCategorical() && columns.get(column).use() == Column.Use.FEATURE;
  }

  private double value(int column, double cell) {
    return !columns.get(column).isCategorical() || Double.isNaN(cell)
        ? cell
        : categories.get(column).place((int) cell);
  }

  private int width(int column) {
    return isOneHot(column) ? categories.get(column).count() : 1;
  }

  private void requireRoom(int rows, int[] widths) {
    try {
      Room.require(rows, Arrays.stream(widths).asLongStream().sum());
    } catch (IllegalArgumentException e) {
      int widest =
          IntStream.range(0, widths.length)
              .reduce((a, b) -> widths[b] > widths[a] ? b : a)
              .orElse(0);
      throw new IllegalArgumentException(
          "the column '%s' has %s different names, each of which becomes a feature: %s; remove the column"
              .formatted(columns.get(widest).name(), widths[widest], e.getMessage()),
          e);
    }
  }

  private static void one(double[] features, int from, int size, double cell, Categories names) {
    if (Double.isNaN(cell)) {
      Arrays.fill(features, from, from + size, Double.NaN);
    } else {
      features[from + names.place((int) cell)] = 1;
    }
  }
}
