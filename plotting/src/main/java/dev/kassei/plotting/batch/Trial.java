package dev.kassei.plotting.batch;

import dev.kassei.results.file.CsvTable;
import dev.kassei.results.record.TrialColumns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of {@code trials.csv}.
 *
 * @param number from 1, as it stands there
 * @param axes printed values by path, those of tuned axes under {@code tuned} and their paths
 * @param status how it ended
 * @param reason why it did not complete; empty if it did
 * @param digest of its weights and epochs; empty if it failed
 */
record Trial(String number, Map<String, String> axes, String status, String reason, String digest) {
  /** The columns that the table must have. */
  static final List<String> COLUMNS =
      List.of(TrialColumns.TRIAL, TrialColumns.STATUS, TrialColumns.REASON, TrialColumns.DIGEST);

  private static final String COMPLETED = "completed";

  /** All rows of the table, in which axes stand between number and status. */
  static List<Trial> of(CsvTable table) {
    int first = table.columns().indexOf(TrialColumns.TRIAL) + 1;
    int end = table.columns().indexOf(TrialColumns.STATUS);
    int reason = table.columns().indexOf(TrialColumns.REASON);
    int digest = table.columns().indexOf(TrialColumns.DIGEST);
    List<Trial> trials = new ArrayList<>();
    for (List<String> row : table.rows()) {
      var axes = new LinkedHashMap<String, String>();
      for (int i = first; i < end; i++) {
        if (!row.get(i).isEmpty()) {
          axes.put(table.columns().get(i), row.get(i));
        }
      }
      trials.add(
          new Trial(row.get(first - 1), axes, row.get(end), row.get(reason), row.get(digest)));
    }
    return trials;
  }

  boolean isCompleted() {
    return status.equals(COMPLETED);
  }

  /**
   * The name that the trial goes by, such as {@code elu(alpha=0.5)}: the value of an axis, and
   * those of others that only some values have. Without the axis, and where only seeds and folds
   * vary, it is the only name there is.
   */
  Optional<String> name(String axis, List<String> names) {
    String value = axes.get(axis);
    if (value == null || isRepetition(axis)) {
      return names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty();
    }
    return names.stream().filter(name -> isCalled(name, axis, value)).findFirst();
  }

  /** Whether an axis repeats what is compared. */
  static boolean isRepetition(String axis) {
    return axis.equals("seed") || axis.startsWith("seed.") || axis.equals("dataset.split.fold");
  }

  private boolean isCalled(String name, String axis, String value) {
    if (name.equals(value)) {
      return true;
    }
    if (!name.startsWith(value + "(") || !name.endsWith(")")) {
      return false;
    }
    String rest = name.substring(value.length() + 1, name.length() - 1) + ", ";
    for (Map.Entry<String, String> other : axes.entrySet()) {
      String path = other.getKey();
      String key = path.startsWith(axis + ".") ? path.substring(axis.length() + 1) : path;
      String part = key + "=" + other.getValue() + ", ";
      rest = rest.startsWith(part) ? rest.substring(part.length()) : rest;
    }
    return rest.isEmpty();
  }
}
