package dev.kassei.export.pytorch;

import static java.util.Collections.nCopies;

import dev.kassei.results.record.InputColumns;
import dev.kassei.results.record.Preparation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Preparation in Python: how columns become features, and responses numbers as the targets are. */
final class Columns {
  private final Preparation preparation;

  Columns(Preparation preparation) {
    this.preparation = preparation;
  }

  /** The names of columns, of classes or targets, and of categories. */
  String constants() {
    var lines = new ArrayList<String>();
    lines.add(columnNames());
    lines.add(
        preparation.classes().isEmpty()
            ? "TARGETS = " + Literals.texts(preparation.target().names())
            : "CLASSES = " + Literals.texts(preparation.classes()));
    String categories =
        preparation.inputs().stream()
            .filter(Columns::isCategorical)
            .map(each -> "    %s: %s,\n".formatted(name(each), Literals.texts(each.categories())))
            .collect(Collectors.joining());
    if (!categories.isEmpty()) {
      lines.add("CATEGORIES = {  # a category is the number of its place, from 0");
      lines.add(categories + "}");
    }
    return String.join("\n", lines) + "\n";
  }

  /** Numbered names, as those of pixels, are no list of hundreds. */
  private String columnNames() {
    List<String> names = preparation.columnNames();
    String prefix = names.get(0).replaceAll("[0-9]+$", "");
    String first = names.get(0).substring(prefix.length());
    if (names.size() > 20 && first.matches("[01]")) {
      int from = Integer.parseInt(first);
      List<String> numbered =
          IntStream.range(from, from + names.size()).mapToObj(each -> prefix + each).toList();
      if (numbered.equals(names)) {
        return "COLUMNS = [f%s for i in range(%s, %s)]"
            .formatted(Literals.quoted(inFormat(prefix) + "{i}"), from, from + names.size());
      }
    }
    return "COLUMNS = " + Literals.texts(names);
  }

  /** A text within one that Python fills in. */
  private static String inFormat(String text) {
    return text.replace("{", "{{").replace("}", "}}");
  }

  private static boolean isCategorical(InputColumns columns) {
    return columns.kind() != InputColumns.Kind.NUMBER;
  }

  private static String name(InputColumns columns) {
    return Literals.quoted(columns.names().get(0));
  }

  /** The statements that keep what was learned from the training rows. */
  String buffers() {
    return (hasGaps() ? buffer("fill", fill()) : "")
        + buffer("mean", preparation.means())
        + buffer("deviation", preparation.deviations())
        + buffer("target_mean", preparation.targetMeans())
        + buffer("target_deviation", preparation.targetDeviations());
  }

  private boolean hasGaps() {
    return preparation.inputs().stream().anyMatch(each -> each.fill().isPresent());
  }

  private double[] fill() {
    return preparation.inputs().stream()
        .flatMap(each -> each.fill().orElse(nCopies(each.width(), Double.NaN)).stream())
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  private static String buffer(String name, Optional<double[]> numbers) {
    return numbers.map(each -> buffer(name, each)).orElse("");
  }

  /** Of many equal numbers one is written. */
  private static String buffer(String name, double[] numbers) {
    boolean isSame = DoubleStream.of(numbers).distinct().count() == 1 && numbers.length > 1;
    String value =
        isSame
            ? "torch.full((%s,), %s, dtype=torch.float64)"
                .formatted(numbers.length, Literals.number(numbers[0]))
            : "torch.tensor(%s, dtype=torch.float64)".formatted(Literals.numbers(numbers));
    return "        self.register_buffer(\"%s\", %s, persistent=False)\n".formatted(name, value);
  }

  /** The statements that make features of the rows in {@code x}. */
  List<String> statements() {
    var lines = new ArrayList<String>();
    if (hasCategories()) {
      lines.add("for name, categories in CATEGORIES.items():");
      lines.add("    require_category(x[:, COLUMNS.index(name)], name, len(categories))");
    }
    if (isOneHot()) {
      lines.add("x = torch.cat((" + String.join(", ", parts()) + "), 1)");
    }
    if (hasGaps()) {
      lines.add("x = torch.where(torch.isnan(x), self.fill, x)");
    }
    lines.add("if torch.isnan(x).any():");
    lines.add("    raise ValueError(\"a number is missing\")");
    if (preparation.means().isPresent()) {
      lines.add("x = (x - self.mean) / self.deviation");
    }
    return lines;
  }

  private boolean hasCategories() {
    return preparation.inputs().stream().anyMatch(Columns::isCategorical);
  }

  private boolean isOneHot() {
    return preparation.inputs().stream().anyMatch(each -> each.kind() == InputColumns.Kind.ONE_HOT);
  }

  /** Columns of numbers as they are, and a category as 1 in its column among zeros. */
  private List<String> parts() {
    var parts = new ArrayList<String>();
    int column = 0;
    for (InputColumns columns : preparation.inputs()) {
      int next = column + columns.names().size();
      parts.add(
          columns.kind() == InputColumns.Kind.ONE_HOT
              ? "one_hot(x[:, %s], %s)".formatted(column, columns.categories().size())
              : "x[:, %s:%s]".formatted(column, next));
      column = next;
    }
    return parts;
  }

  /** What goes into the network and what comes out of it. */
  String features(int outputs) {
    return preparation
        .image()
        .map(
            image ->
                "Images, items x %s x %s x %s, to items x %s."
                    .formatted(image.channels(), image.height(), image.width(), outputs))
        .orElse("Features, items x %s, to items x %s.".formatted(preparation.width(), outputs));
  }

  /** What is predicted. */
  String response(int outputs) {
    if (preparation.classes().isEmpty()) {
      return "The TARGETS of rows as they are in a file, items x %s.".formatted(outputs);
    }
    return outputs == 1
        ? "Scores of the second of CLASSES for rows as they are in a file, items x 1."
        : "Scores of CLASSES for rows as they are in a file, items x %s; the largest is predicted."
            .formatted(outputs);
  }

  /** The statements that return a response in the unit of the targets. */
  List<String> inUnitOfTargets(List<String> statements) {
    if (preparation.targetMeans().isEmpty()) {
      return statements;
    }
    var scaled = new ArrayList<>(statements);
    String last = scaled.remove(scaled.size() - 1).substring("return ".length());
    if (!last.equals("x")) {
      scaled.add("x = " + last);
    }
    scaled.add("return x.double() * self.target_deviation + self.target_mean");
    return scaled;
  }

  /** The functions that columns of categories need. */
  String functions() {
    return (hasCategories() ? REQUIRE_CATEGORY : "") + (isOneHot() ? ONE_HOT : "");
  }

  private static final String REQUIRE_CATEGORY =
      """


      def require_category(column, name, count):
          \"""Refuses what is neither the number of a category nor a gap.\"""
          known = torch.isnan(column) | (column == column.floor()) & (column >= 0) & (column < count)
          if not known.all():
              value = column[~known][0].item()
              raise ValueError(f"column '{name}': expected a category, 0 to {count - 1}, but was {value:g}")
      """;

  private static final String ONE_HOT =
      """


      def one_hot(column, count):
          \"""1 in the column of each category, 0 in the others; a gap stays one.\"""
          places = torch.arange(count, dtype=column.dtype, device=column.device)
          one = (column[:, None] == places).to(column.dtype)
          return torch.where(torch.isnan(column)[:, None], column[:, None], one)
      """;
}
