package dev.kassei.builtins.dataset;

import dev.kassei.results.file.FileProblems;
import dev.kassei.results.text.Shortened;
import java.util.List;
import java.util.function.Consumer;

/**
 * Looks at columns of names once all rows are there: names that come once each tell nothing about
 * other rows.
 *
 * @param file as the configuration names it
 */
record NameCheck(String file, List<Column> columns, TableBuilder table, FileProblems problems) {
  /**
   * Refuses columns of identifiers.
   *
   * @param notes takes what is only suspicious, and what an embedding layer has to know
   * @throws IllegalArgumentException if there are such
   */
  void check(Consumer<String> notes) {
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      if (column.isFeature() && column.isCategorical()) {
        check(i + 1, Shortened.text(column.name()), column, table.categories(i), notes);
      }
    }
    problems.report();
  }

  private void check(
      int number, String name, Column column, Categories names, Consumer<String> notes) {
    if (names.areIdentifiers()) {
      problems.add(
          "column %s (%s): each of the %s rows has a different value, which tells nothing about other rows; leave it out: ignore: ['%s']"
              .formatted(number, name, names.count(), name));
    } else if (names.areNearlyIdentifiers()) {
      notes.accept(
          "%s: column '%s' has %s different names in %s rows; if they are identifiers, give ignore: ['%s']"
              .formatted(file, name, names.count(), table.rows(), name));
    }
    if (column.use() == Column.Use.ORDINAL) {
      notes.accept(
          "%s: the %s names of column '%s' became numbers from 0 to %s"
              .formatted(file, names.count(), name, names.count() - 1));
    }
  }
}
