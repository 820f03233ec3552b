package dev.kassei.results.record;

import java.util.List;
import java.util.Map;

/**
 * The fixed-setting table of one data set: every method at the same assignments, with the same
 * budget.
 *
 * @param metric the metric of the validation rows by which the tuning chose
 * @param greaterIsBetter whether higher values of the metric are better; named as in the file
 * @param assignments printed values of the tuned axes by path, one a column
 * @param rows one a method, in the order of the axis
 */
public record TuningRecord(
    String metric, boolean greaterIsBetter, List<Map<String, String>> assignments, List<Row> rows) {
  /**
   * One method at all assignments.
   *
   * @param name the method
   * @param scores the mean over the trials of the tuning at each assignment; the worst score
   *     possible counts for a failed one, and NaN says that there is none yet
   * @param chosen how often each assignment was chosen: once a group of trials tuned together
   */
  public record Row(String name, List<Double> scores, List<Integer> chosen) {
    public Row {
      scores = List.copyOf(scores);
      chosen = List.copyOf(chosen);
    }
  }

  public TuningRecord {
    assignments = List.copyOf(assignments);
    rows = List.copyOf(rows);
  }
}
