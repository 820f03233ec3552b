package dev.kassei.builtins.dataset;

import java.nio.file.Path;
import java.util.List;

/**
 * The numbers and labels of a file.
 *
 * @param file where they stand
 * @param featureNames one name a feature
 * @param label the label column
 * @param labelNumber its number from 1
 * @param features rows × features, row by row; NaN where there is no value
 * @param labels one label a row
 */
record Table(
    Path file,
    List<String> featureNames,
    Column label,
    int labelNumber,
    double[] features,
    List<Label> labels) {
  /** The text in the label column of a line. */
  record Label(long line, String text) {}
}
