package dev.kassei.results.record;

import java.util.List;
import java.util.Optional;

/**
 * What a batch compares.
 *
 * @param axis the path whose values are compared, or {@code variant}
 * @param values the methods that are compared, in the order of the axis
 * @param metric split and metric, such as {@code test.accuracy}
 * @param greaterIsBetter whether higher values of the metric are better; named as in the file
 * @param epoch {@code last}, {@code best} or a number
 * @param reference the method with which the others are compared
 * @param rope half the width of the region of practical equivalence, in units of the metric
 * @param alpha the level of significance; intervals have the level 1 − alpha
 * @param center what stands for a method on a data set
 * @param postHoc how pairs are compared over many data sets: {@code wilcoxon_holm} or {@code
 *     nemenyi}
 * @param statement the same in sentences, with what was fixed beforehand and what was not
 * @param reservation those sentences of it that must stand beside every p value and interval; none
 *     where nothing speaks against them
 */
public record ComparedRecord(
    String axis,
    List<String> values,
    String metric,
    boolean greaterIsBetter,
    String epoch,
    String reference,
    double rope,
    double alpha,
    Center center,
    String postHoc,
    List<String> statement,
    Optional<String> reservation) {
  /** What stands for many scores; in lower case in the file. */
  public enum Center {
    /** The mean, beside the standard deviation. */
    MEAN,
    /** The median, beside the quartiles, where a failed trial is infinitely bad. */
    MEDIAN
  }

  public ComparedRecord {
    values = List.copyOf(values);
    statement = List.copyOf(statement);
  }

  /** Whether there is one method alone, and so nothing to compare. */
  public boolean isAlone() {
    return values.size() == 1;
  }
}
