package dev.kassei.batch.report;

import dev.kassei.api.value.Numbers;
import dev.kassei.batch.report.LatexTable.Column;
import dev.kassei.batch.statistics.Phrases;
import dev.kassei.results.record.AcrossRecord;
import dev.kassei.results.record.ComparedRecord;
import dev.kassei.results.record.ComparedRecord.Center;
import dev.kassei.results.record.ContrastRecord;
import dev.kassei.results.record.DatasetRecord;
import dev.kassei.results.record.MethodRecord;
import dev.kassei.results.record.ShortText;
import dev.kassei.results.text.Rounded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The tables of a summary for a paper: the columns that a paper shows, on one page. What has no
 * room is counted in the caption, and stands in {@code summary.md}.
 */
final class LatexTables {
  private static final int MAX_NAME_LETTERS = 18;
  private static final int MAX_ROWS = 40;

  /** The width of a table of an article in letters, those of the space between columns included. */
  private static final int MAX_LETTERS = 78;

  private static final int SPACE_LETTERS = 2;
  private static final List<String> NO_INTERVAL = List.of("", "", "");

  private final ComparedRecord compared;

  LatexTables(ComparedRecord compared) {
    this.compared = compared;
  }

  /**
   * Methods on one data set.
   *
   * @param prefix what comes first in the caption; may be empty
   */
  LatexTable<MethodRecord> dataset(String prefix, DatasetRecord dataset, String label) {
    int decimals = Figures.decimals(dataset.methods());
    var columns = new ArrayList<Column<MethodRecord>>();
    columns.add(Column.text(head(), method -> name(method.name())));
    columns.add(center(dataset, decimals));
    if (!compared.isAlone()) {
      columns.add(
          Column.interval(
              "improvement " + level(),
              method ->
                  method.contrast().map(it -> improvement(it, decimals + 1)).orElse(NO_INTERVAL)));
      columns.add(
          Column.centered(
              "won/tied/lost",
              method -> of(method, it -> counts(it.wins(), it.ties(), it.losses()))));
      columns.add(Column.number("$p$", method -> of(method, it -> Figures.p(it.adjustedP()))));
    }
    List<MethodRecord> rows = shown(dataset.methods(), MethodRecord::name);
    String caption = prefix + dataset.name() + ": " + onDataset(dataset);
    return new LatexTable<>(
        LatexText.of(caption + counted(rows.size(), dataset.methods().size()) + reservation()),
        label,
        columns,
        rows);
  }

  private String onDataset(DatasetRecord dataset) {
    String center = isMean() ? "mean and standard deviation" : "median and quartiles";
    String scores =
        dataset.repetitions() == 1
            ? compared.metric() + " of the only repetition"
            : "%s of %s over %s repetitions"
                .formatted(center, compared.metric(), dataset.repetitions());
    String what = scores + failures(dataset);
    return compared.isAlone()
        ? what + "."
        : "%s; improvement over %s with its interval, repetitions won, tied and lost, p adjusted for the number of"
                .formatted(what, shortened(compared.reference()))
            + " comparisons.";
  }

  private static String failures(DatasetRecord dataset) {
    String failed =
        dataset.methods().stream()
            .filter(method -> method.failures() > 0)
            .limit(3)
            .map(method -> shortened(method.name()) + " " + method.failures())
            .collect(Collectors.joining(", "));
    long methods = dataset.methods().stream().filter(method -> method.failures() > 0).count();
    return methods == 0
        ? ""
        : ", where trials that failed or diverged count as the worst possible score (%s%s)"
            .formatted(failed, methods > 3 ? ", …" : "");
  }

  private Column<MethodRecord> center(DatasetRecord dataset, int decimals) {
    if (dataset.repetitions() == 1) {
      return Column.number("score", method -> Figures.fixed(method.center(), decimals));
    }
    return isMean()
        ? Column.deviating(
            "mean $\\pm$ sd",
            method ->
                List.of(
                    Figures.fixed(method.center(), decimals),
                    Figures.fixed(method.spread(), decimals)))
        : Column.interval(
            "median [quartiles]",
            method ->
                List.of(
                    Figures.fixed(method.center(), decimals),
                    Figures.fixed(method.lowerQuartile(), decimals),
                    Figures.fixed(method.upperQuartile(), decimals)));
  }

  private static List<String> improvement(ContrastRecord contrast, int decimals) {
    if (Figures.isUnbounded(contrast.lower(), contrast.upper())) {
      return List.of(Figures.fixed(contrast.difference(), decimals), "", "");
    }
    return List.of(
        Figures.fixed(contrast.difference(), decimals),
        Figures.fixed(contrast.lower(), decimals),
        Figures.fixed(contrast.upper(), decimals));
  }

  private static String of(MethodRecord method, Function<ContrastRecord, String> text) {
    return method.contrast().map(text).orElse("");
  }

  /** Methods over data sets. */
  LatexTable<AcrossRecord.Method> across(String prefix, AcrossRecord across, String label) {
    var columns = new ArrayList<Column<AcrossRecord.Method>>();
    columns.add(Column.text(head(), method -> name(method.name())));
    columns.add(Column.number("rank", method -> Figures.fixed(method.meanRank(), 2)));
    if (isMean()) {
      columns.add(
          Column.interval(
              "IQM " + level(),
              method -> method.interquartileMean().map(LatexTables::mean).orElse(NO_INTERVAL)));
    }
    columns.add(
        Column.centered("won/tied/lost", method -> against(method, across, LatexTables::wins)));
    columns.add(Column.number("$p$", method -> against(method, across, this::p)));
    columns.add(
        Column.number(
            "Bayes better",
            method ->
                method
                    .bayesian()
                    .map(it -> Rounded.PRINT.sampledProbability(it.better()))
                    .orElse("")));
    List<AcrossRecord.Method> rows = shown(across.methods(), AcrossRecord.Method::name);
    String caption =
        "%s%s over %s data sets: mean rank%s; against %s data sets won, tied and lost, p adjusted for the"
                .formatted(
                    prefix,
                    compared.metric(),
                    across.datasets().size(),
                    isMean() ? ", interquartile mean (IQM) with its interval" : "",
                    shortened(compared.reference()))
            + " number of comparisons, and the probability that the typical improvement is above %s (Bayesian signed-rank test)."
                .formatted(Numbers.text(compared.rope()));
    return new LatexTable<>(
        LatexText.of(caption + counted(rows.size(), across.methods().size()) + reservation()),
        label,
        columns,
        rows);
  }

  private static List<String> mean(AcrossRecord.Estimate mean) {
    return List.of(
        Figures.fixed(mean.value(), 3),
        Figures.fixed(mean.lower(), 3),
        Figures.fixed(mean.upper(), 3));
  }

  private String against(
      AcrossRecord.Method method,
      AcrossRecord across,
      BiFunction<String, AcrossRecord.Pair, String> text) {
    List<String> both = List.of(method.name(), compared.reference());
    return across.pairs().stream()
        .filter(pair -> !method.name().equals(compared.reference()))
        .filter(pair -> both.contains(pair.first()) && both.contains(pair.second()))
        .findFirst()
        .map(pair -> text.apply(method.name(), pair))
        .orElse("");
  }

  private static String wins(String method, AcrossRecord.Pair pair) {
    return pair.first().equals(method)
        ? counts(pair.wins(), pair.ties(), pair.losses())
        : counts(pair.losses(), pair.ties(), pair.wins());
  }

  private static String counts(int wins, int ties, int losses) {
    return wins + "/" + ties + "/" + losses;
  }

  private String p(String method, AcrossRecord.Pair pair) {
    return Figures.p(compared.postHoc().equals("nemenyi") ? pair.nemenyiP() : pair.adjustedP());
  }

  /** Data sets × the best methods that there is room for; the best of all stands out. */
  LatexTable<Integer> centers(String prefix, AcrossRecord across, String label) {
    List<AcrossRecord.Method> methods = fitting(across);
    var columns = new ArrayList<Column<Integer>>();
    columns.add(Column.text("data set", place -> name(across.datasets().get(place))));
    for (AcrossRecord.Method method : methods) {
      columns.add(
          new Column<>(
              name(method.name()), "r", 1, place -> List.of(score(method, place, across))));
    }
    List<Integer> rows = IntStream.range(0, across.datasets().size()).boxed().toList();
    List<Integer> shown = rows.subList(0, Math.min(MAX_ROWS, rows.size()));
    String caption =
        "%s%s of %s on each data set%s; the best of all is bold.%s"
            .formatted(
                prefix,
                isMean() ? "Mean" : "Median",
                compared.metric(),
                methods.size() == across.methods().size()
                    ? ""
                    : ", of the %s of %s methods with the best ranks and the reference"
                        .formatted(methods.size(), across.methods().size()),
                counted(shown.size(), rows.size()));
    return new LatexTable<>(LatexText.of(caption), label, columns, shown);
  }

  private String score(AcrossRecord.Method method, int place, AcrossRecord across) {
    double center = method.centers().get(place);
    String text = LatexText.of(Figures.score(center));
    Comparator<Double> order =
        compared.greaterIsBetter() ? Comparator.naturalOrder() : Comparator.reverseOrder();
    Optional<Double> best =
        across.methods().stream().map(each -> each.centers().get(place)).max(order);
    return best.filter(it -> it == center).isPresent() ? "\\textbf{" + text + "}" : text;
  }

  private List<AcrossRecord.Method> fitting(AcrossRecord across) {
    int room = MAX_LETTERS - width(across.datasets());
    var chosen = new ArrayList<AcrossRecord.Method>();
    for (AcrossRecord.Method method : referenceFirst(across.methods())) {
      room -= width(List.of(method.name(), "0.000"));
      if (room < 0) {
        break;
      }
      chosen.add(method);
    }
    return across.methods().stream().filter(chosen::contains).toList();
  }

  private List<AcrossRecord.Method> referenceFirst(List<AcrossRecord.Method> methods) {
    return methods.stream()
        .sorted(Comparator.comparing(method -> !method.name().equals(compared.reference())))
        .toList();
  }

  private static int width(List<String> texts) {
    return SPACE_LETTERS
        + texts.stream().mapToInt(text -> shortened(text).length()).max().orElse(0);
  }

  /** As many as a page holds, the reference among them. */
  private <T> List<T> shown(List<T> methods, Function<T, String> name) {
    long before =
        methods.stream().limit(MAX_ROWS).filter(it -> isReference(name.apply(it))).count();
    if (methods.size() <= MAX_ROWS || before > 0) {
      return methods.subList(0, Math.min(MAX_ROWS, methods.size()));
    }
    var shown = new ArrayList<>(methods.subList(0, MAX_ROWS - 1));
    methods.stream().filter(it -> isReference(name.apply(it))).forEach(shown::add);
    return shown;
  }

  private boolean isReference(String name) {
    return name.equals(compared.reference());
  }

  private static String counted(int shown, int all) {
    return shown == all
        ? ""
        : " %s of %s rows are shown; summary.md has all.".formatted(shown, all);
  }

  private String reservation() {
    return compared.reservation().map(sentences -> " " + sentences).orElse("");
  }

  private String head() {
    return LatexText.of(shortened(compared.axis().replaceFirst(".*\\.", "")));
  }

  private String level() {
    return LatexText.of("[" + Phrases.percent(1 - compared.alpha()) + "]");
  }

  private boolean isMean() {
    return compared.center() == Center.MEAN;
  }

  private static String name(String name) {
    return LatexText.of(shortened(name));
  }

  private static String shortened(String name) {
    return ShortText.of(LatexText.spelt(name), MAX_NAME_LETTERS);
  }
}
