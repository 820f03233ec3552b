package dev.kassei.results.record;

import dev.kassei.api.ImageShape;
import dev.kassei.api.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The content of {@code preparation.json}: what data preparation learned from the training rows, so
 * that further rows become the same features. In the file names have underscores, and what is empty
 * and optional is left out.
 *
 * @param inputs the columns that are features, in the order of the features
 * @param image the shape of each row's features if they are an image
 * @param targets the columns that were learned
 * @param classes the names of the classes in order of their numbers; empty for numbers
 * @param classWeights how much each class counts in the loss; empty if all count alike
 * @param weight the column that says how much each row counts in the loss; empty if all count alike
 * @param text how text files of such rows are written
 */
public record Preparation(
    List<InputColumns> inputs,
    Optional<ImageShape> image,
    List<TargetColumn> targets,
    List<String> classes,
    Optional<List<Double>> classWeights,
    Optional<FileColumn> weight,
    TextFormat text) {
  /** The version of the file's layout, {@code format} in the file. */
  public static final int FORMAT = 1;

  public Preparation {
    inputs = List.copyOf(inputs);
    targets = List.copyOf(targets);
    classes = List.copyOf(classes);
    classWeights = classWeights.map(List::copyOf);
  }

  /** What is to be learned. */
  public Target target() {
    return new Target(targets.stream().map(TargetColumn::name).toList(), classes);
  }

  /** The number of features. */
  public int width() {
    return inputs.stream().mapToInt(InputColumns::width).sum();
  }

  /** The names of the input columns in their order. */
  public List<String> columnNames() {
    return inputs.stream().flatMap(each -> each.names().stream()).toList();
  }

  /** One name per feature; a category of a one-hot column is {@code column=category}. */
  public List<String> featureNames() {
    return inputs.stream().flatMap(each -> each.featureNames().stream()).toList();
  }

  /** What a gap becomes, one number per feature; empty where a gap is refused. */
  public Optional<double[]> fill() {
    return numbers(InputColumns::fill);
  }

  /** The mean of each feature, 0 where it is not shifted; empty where features stay as they are. */
  public Optional<double[]> means() {
    return numbers(InputColumns::mean);
  }

  /** The deviation of each feature, 1 where it is not scaled; empty where features stay. */
  public Optional<double[]> deviations() {
    return numbers(InputColumns::deviation);
  }

  /** The mean of each target; empty where targets stay as they are. */
  public Optional<double[]> targetMeans() {
    return targetNumbers(TargetColumn::mean);
  }

  /** The deviation of each target; empty where targets stay as they are. */
  public Optional<double[]> targetDeviations() {
    return targetNumbers(TargetColumn::deviation);
  }

  private Optional<double[]> numbers(Function<InputColumns, Optional<List<Double>>> of) {
    var numbers = new ArrayList<Double>();
    for (InputColumns columns : inputs) {
      Optional<List<Double>> own = of.apply(columns);
      if (own.isEmpty()) {
        return Optional.empty();
      }
      numbers.addAll(own.get());
    }
    return Optional.of(array(numbers));
  }

  private Optional<double[]> targetNumbers(Function<TargetColumn, Optional<Double>> of) {
    List<Double> numbers = targets.stream().flatMap(each -> of.apply(each).stream()).toList();
    return numbers.isEmpty() ? Optional.empty() : Optional.of(array(numbers));
  }

  private static double[] array(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
