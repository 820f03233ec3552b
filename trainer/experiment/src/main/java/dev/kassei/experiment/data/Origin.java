package dev.kassei.experiment.data;

import dev.kassei.api.Categorical;
import dev.kassei.api.Dataset;
import dev.kassei.api.Dataset.Gaps;
import dev.kassei.api.TextTable;
import java.util.List;
import java.util.Optional;

/**
 * What the rows of a data set were before they became the numbers of splits.
 *
 * @param categorical which features are categories
 * @param gaps what features without a value become
 * @param text how the text file writes rows that they were read from; empty if they were not
 * @param fillings what gaps became, one number per feature; empty where there were none
 * @param classWeights how much each class counts in the loss; empty if all count alike
 */
record Origin(
    List<Categorical> categorical,
    Gaps gaps,
    Optional<TextTable> text,
    Optional<double[]> fillings,
    Optional<double[]> classWeights) {
  /**
   * That of a data set.
   *
   * @param rows the rows that train
   */
  static Origin of(Dataset data, int[] rows) {
    Optional<double[]> fillings =
        MissingValues.hasGaps(data)
            ? Optional.of(MissingValues.fillings(data, rows))
            : Optional.empty();
    return new Origin(
        data.categorical(), data.gaps(), data.textTable(), fillings, Optional.empty());
  }

  /**
   * The data set without gaps.
   *
   * @throws IllegalArgumentException if a gap is in a feature without a value in any training row
   */
  Dataset filled(Dataset data) {
    return fillings.map(each -> MissingValues.filled(data, each)).orElse(data);
  }

  Origin withClassWeights(double[] weights) {
    return new Origin(categorical, gaps, text, fillings, Optional.of(weights));
  }
}
