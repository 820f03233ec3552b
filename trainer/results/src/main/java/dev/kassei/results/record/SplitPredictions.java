package dev.kassei.results.record;

import dev.kassei.api.Predictions;
import dev.kassei.api.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of {@code predictions.csv} that belong to one split of the data.
 *
 * <p>Columns are {@code row}, {@code part}, {@code feature.NAME} for each feature if there are at
 * most {@link #MAX_FEATURES}, and for classes {@code target} and {@code predicted} with names of
 * classes, the latter empty where the prediction is undecided, followed by {@code output.CLASS} for
 * each predicted column, or {@code output} for a single one; for numbers {@code target.NAME} and
 * {@code predicted.NAME} for each target column. The arrays must not be modified.
 *
 * @param split such as {@code train}
 * @param rows the number of each row in the data set, from 0
 * @param features rows × features as the data has them, before scaling
 * @param predictions what was predicted for them
 */
public record SplitPredictions(
    String split, int[] rows, double[] features, Predictions predictions) {
  /** The column of the row's number. */
  public static final String ROW = "row";

  /** The column of the split's name. */
  public static final String SPLIT = "part";

  /** The column of the class that is right, and the beginning of the columns of right numbers. */
  public static final String TARGET = "target";

  /** The column of the predicted class, and the beginning of the columns of predicted numbers. */
  public static final String PREDICTED = "predicted";

  /** The column of a single output for classes, and the beginning of the columns of several. */
  public static final String OUTPUT = "output";

  /** What the columns of features begin with. */
  public static final String FEATURE = "feature";

  /** Wider data has no columns of features. */
  public static final int MAX_FEATURES = 16;

  /** The names of all columns in their order. */
  public static List<String> columns(List<String> features, Target target, int outputs) {
    var columns = new ArrayList<>(List.of(ROW, SPLIT));
    if (features.size() <= MAX_FEATURES) {
      columns.addAll(named(FEATURE, features));
    }
    if (target.isClasses()) {
      columns.addAll(List.of(TARGET, PREDICTED));
    } else {
      columns.addAll(named(TARGET, target.names()));
    }
    columns.addAll(outputColumns(target, outputs));
    return columns;
  }

  /** The names of the columns that hold what the network returns, one per output. */
  public static List<String> outputColumns(Target target, int outputs) {
    if (!target.isClasses()) {
      return named(PREDICTED, target.names());
    }
    if (outputs == 1) {
      return List.of(OUTPUT);
    }
    return named(OUTPUT, target.classes().stream().limit(outputs).toList());
  }

  private static List<String> named(String first, List<String> names) {
    return names.stream().map(name -> first + "." + name).toList();
  }
}
