package dev.kassei.experiment.data;

import dev.kassei.api.Categorical;
import dev.kassei.api.Categorical.Encoding;
import dev.kassei.api.Dataset;
import dev.kassei.api.Dataset.Gaps;
import dev.kassei.api.TextTable;
import dev.kassei.results.record.FileColumn;
import dev.kassei.results.record.InputColumns;
import dev.kassei.results.record.InputColumns.Kind;
import dev.kassei.results.record.Preparation;
import dev.kassei.results.record.TargetColumn;
import dev.kassei.results.record.TextFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Says how further rows become features as the rows of a data set have. */
final class Preparing {
  private final SplitData data;
  private final Optional<double[]> fillings;

  private Preparing(SplitData data) {
    this.data = data;
    this.fillings = fillings(data);
  }

  /** What was learned of the training rows. */
  static Preparation preparation(SplitData data) {
    var preparing = new Preparing(data);
    return new Preparation(
        preparing.inputs(),
        data.image(),
        preparing.targets(),
        data.target().classes(),
        data.origin().classWeights().map(Preparing::list),
        data.origin().text().flatMap(Preparing::weight),
        data.origin().text().map(Preparing::format).orElse(TextFormat.PLAIN));
  }

  private static Optional<FileColumn> weight(TextTable table) {
    return table.weight().map(number -> new FileColumn(table.names().get(number - 1), number));
  }

  private static TextFormat format(TextTable table) {
    return new TextFormat(
        table.hasHeader(),
        Optional.of(table.names().size()),
        String.valueOf(table.delimiter()),
        String.valueOf(table.decimal()),
        table.thousands().map(String::valueOf),
        TextFormat.MISSING_NUMBERS,
        TextFormat.MISSING_CATEGORIES);
  }

  /** Gaps in images are refused. Where there were none, nothing has measured fillings yet. */
  private static Optional<double[]> fillings(SplitData data) {
    if (data.image().isPresent() || data.origin().gaps() == Gaps.REFUSED) {
      return Optional.empty();
    }
    return data.origin().fillings().or(() -> Optional.of(measured(data)));
  }

  private static double[] measured(SplitData data) {
    DataSplit train = data.train();
    var rows =
        new Dataset(data.featureNames(), data.target(), train.originals(), train.originalTargets())
            .withCategorical(data.origin().categorical())
            .withGaps(data.origin().gaps());
    return MissingValues.fillings(rows, IntStream.range(0, train.rows()).toArray());
  }

  private List<InputColumns> inputs() {
    Map<Integer, Categorical> categorical =
        data.origin().categorical().stream()
            .collect(Collectors.toMap(Categorical::first, Function.identity()));
    var inputs = new ArrayList<InputColumns>();
    int feature = 0;
    int column = 0;
    while (feature < data.width()) {
      int from = feature;
      int place = column;
      InputColumns columns =
          Optional.ofNullable(categorical.get(feature))
              .map(categories -> category(categories, place))
              .orElseGet(() -> numbers(from, firstCategory(from, categorical), place));
      inputs.add(columns);
      feature += columns.width();
      column += columns.names().size();
    }
    return inputs;
  }

  private int firstCategory(int from, Map<Integer, Categorical> categorical) {
    return IntStream.range(from, data.width())
        .filter(categorical::containsKey)
        .findFirst()
        .orElse(data.width());
  }

  private InputColumns numbers(int from, int to, int column) {
    List<String> names = data.featureNames().subList(from, to);
    return columns(Kind.NUMBER, names, List.of(), column, from, to);
  }

  private InputColumns category(Categorical categories, int column) {
    int first = categories.first();
    Kind kind = categories.encoding() == Encoding.ONE_HOT ? Kind.ONE_HOT : Kind.ORDINAL;
    return columns(
        kind,
        List.of(columnName(categories)),
        categories.names(),
        column,
        first,
        first + categories.width());
  }

  /** The features of a column are called {@code column=category}. */
  private String columnName(Categorical categories) {
    String feature = data.featureNames().get(categories.first());
    String ending = "=" + categories.names().get(0);
    boolean isOneHot = categories.encoding() == Encoding.ONE_HOT;
    return isOneHot && feature.endsWith(ending)
        ? feature.substring(0, feature.length() - ending.length())
        : feature;
  }

  /**
   * @param column the number of columns before these
   * @param from the first of their features
   * @param to the first feature of others
   */
  private InputColumns columns(
      Kind kind, List<String> names, List<String> categories, int column, int from, int to) {
    return new InputColumns(
        kind,
        names,
        data.origin().text().map(text -> text.features().subList(column, column + names.size())),
        categories,
        fillings.map(all -> list(all, from, to)),
        data.standardizer().map(each -> list(each.means(), from, to)),
        data.standardizer().map(each -> list(each.deviations(), from, to)));
  }

  private List<TargetColumn> targets() {
    List<String> names = data.target().names();
    return IntStream.range(0, names.size())
        .mapToObj(
            i ->
                new TargetColumn(
                    names.get(i),
                    data.origin().text().map(text -> text.targets().get(i)),
                    data.targetStandardizer().map(each -> each.means()[i]),
                    data.targetStandardizer().map(each -> each.deviations()[i])))
        .toList();
  }

  private static List<Double> list(double[] numbers) {
    return list(numbers, 0, numbers.length);
  }

  private static List<Double> list(double[] numbers, int from, int to) {
    return Arrays.stream(numbers, from, to).boxed().toList();
  }
}
