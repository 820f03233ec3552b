package dev.kassei.builtins.dataset;

import dev.kassei.api.Categorical;
import dev.kassei.api.Dataset;
import dev.kassei.api.Dataset.Gaps;
import dev.kassei.api.Target;
import dev.kassei.api.TextTable;
import dev.kassei.results.csv.NumberStyle;
import dev.kassei.results.file.FileProblems;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The numbers and labels of a file, or of a file to train with and one to test with.
 *
 * @param featureNames one name a feature
 * @param categorical which features are categories
 * @param features rows × features, row by row; NaN where there is no value
 * @param targets what is to be learned
 * @param weights how much each row counts; empty if all count alike
 * @param testFrom the first row of the file to test with, if there is one
 * @param gaps what features without a value become
 * @param style how the file writes numbers
 * @param text how the file writes rows, if it is one of separated values
 */
record Table(
    List<String> featureNames,
    List<Categorical> categorical,
    double[] features,
    Targets targets,
    Optional<double[]> weights,
    OptionalInt testFrom,
    Gaps gaps,
    NumberStyle style,
    Optional<TextTable> text) {

  /** What is to be learned, as the file has it. */
  sealed interface Targets {}

  /**
   * One column, whose labels may be names or numbers.
   *
   * @param number the number of the column from 1
   * @param labels one a row
   */
  record LabelColumn(Column column, int number, List<Label> labels) implements Targets {}

  /**
   * Several columns of numbers.
   *
   * @param names one a column
   * @param numbers rows × columns, row by row
   */
  record NumberColumns(List<String> names, double[] numbers) implements Targets {}

  /**
   * The text in the label column of a line.
   *
   * @param problems those of the file in which it stands
   */
  record Label(FileProblems problems, long line, String text) {}

  /** The same table, in a file that writes rows so. */
  Table in(TextTable file) {
    return new Table(
        featureNames,
        categorical,
        features,
        targets,
        weights,
        testFrom,
        gaps,
        style,
        Optional.of(file));
  }

  /** The data set in which these are the targets. */
  Dataset dataset(Target target, double[] numbers) {
    var data =
        new Dataset(featureNames, target, features, numbers)
            .withCategorical(categorical)
            .withGaps(gaps);
    Dataset weighted = weights.map(data::withWeights).orElse(data);
    Dataset described = text.map(weighted::withTextTable).orElse(weighted);
    return testFrom.isPresent() ? described.withTestFrom(testFrom.getAsInt()) : described;
  }
}
