package dev.kassei.plotting.batch;

import dev.kassei.api.value.Numbers;
import dev.kassei.plotting.report.Block;
import dev.kassei.plotting.report.Block.Column;
import dev.kassei.results.record.AcrossRecord;
import dev.kassei.results.record.ChosenRecord;
import dev.kassei.results.record.ComparedRecord;
import dev.kassei.results.record.ContrastRecord;
import dev.kassei.results.record.DatasetRecord;
import dev.kassei.results.record.MethodRecord;
import dev.kassei.results.record.SettingRecord;
import dev.kassei.results.record.TuningRecord;
import dev.kassei.results.text.Rounded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of a batch's page. */
final class BatchTables {
  private static final int MAX_DATASETS = 40;
  private static final int MAX_PAIRS = 100;
  private static final String NONE = "–";

  private final ComparedRecord compared;

  BatchTables(ComparedRecord compared) {
    this.compared = compared;
  }

  /** The methods from the best to the worst: over all data sets, or on the only one. */
  List<Block> ranking(SettingRecord setting) {
    if (setting.across().isPresent()) {
      return List.of(across(setting, setting.across().orElseThrow()));
    }
    return setting.datasets().stream().limit(1).map(this::dataset).toList();
  }

  /** Everything else that is known in numbers. */
  List<Block> details(SettingRecord setting) {
    List<Block> blocks = new ArrayList<>();
    setting.across().ifPresent(across -> blocks.addAll(details(across)));
    boolean several = setting.datasets().size() > 1;
    for (DatasetRecord dataset : setting.datasets().stream().limit(MAX_DATASETS).toList()) {
      if (several) {
        blocks.add(dataset(dataset));
      }
      blocks.add(
          new Block.Paragraph(String.join("\n", several ? allWords(dataset) : words(dataset))));
      dataset.tuning().ifPresent(tuning -> blocks.add(tuning(dataset.name(), tuning)));
    }
    if (setting.datasets().size() > MAX_DATASETS) {
      blocks.add(new Block.Paragraph("Further data sets are in statistics.json."));
    }
    return blocks;
  }

  /** How the comparison was made. */
  Block terms() {
    var facts = new LinkedHashMap<String, String>();
    facts.put("Metric", compared.metric());
    facts.put("Epoch", compared.epoch());
    if (!compared.isAlone()) {
      facts.put("Compared", compared.axis());
      facts.put("Reference", compared.reference());
      facts.put("Region of practical equivalence", "± " + Numbers.text(compared.rope()));
      facts.put("Level of significance", Numbers.text(compared.alpha()));
    }
    return Block.Facts.of(facts);
  }

  /** With the cautions, which stand above where there is but one data set. */
  private static List<String> allWords(DatasetRecord dataset) {
    return Stream.concat(words(dataset).stream(), dataset.cautions().stream()).toList();
  }

  private static List<String> words(DatasetRecord dataset) {
    List<String> sentences = new ArrayList<>(List.of(dataset.designText()));
    if (dataset.missing() > 0) {
      String missing =
          dataset.missing() == 1
              ? "%s repetition has not ended yet."
              : "%s repetitions have not ended yet.";
      sentences.add(missing.formatted(dataset.missing()));
    }
    return sentences;
  }

  private String center() {
    return compared.center() == ComparedRecord.Center.MEAN ? "Mean" : "Median";
  }

  private String spread() {
    return compared.center() == ComparedRecord.Center.MEAN ? "sd" : "Quartile distance";
  }

  private Block dataset(DatasetRecord dataset) {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.text(compared.isAlone() ? "Trials" : "Method"),
                Column.number(center()),
                Column.number(spread())));
    if (!compared.isAlone()) {
      columns.add(Column.number("Improvement over " + compared.reference()));
      columns.add(Column.number("95 % interval"));
      columns.add(Column.number("p (Holm)"));
      columns.add(Column.text("Finding"));
    }
    columns.add(Column.number("n"));
    columns.add(Column.number("Failed or diverged"));
    if (isUndecided(dataset)) {
      columns.add(Column.number("Undecided"));
    }
    if (isTuned(dataset)) {
      columns.add(Column.text("Chosen " + tunedAxis(dataset)));
    }
    List<List<String>> rows =
        dataset.methods().stream().map(method -> row(dataset, method)).toList();
    return new Block.Table(dataset.name() + ": " + compared.metric(), columns, rows);
  }

  private static boolean isTuned(DatasetRecord dataset) {
    return dataset.methods().stream().anyMatch(method -> !method.chosen().isEmpty());
  }

  private static boolean isUndecided(DatasetRecord dataset) {
    return dataset.methods().stream().anyMatch(method -> method.undecided() > 0);
  }

  private List<String> row(DatasetRecord dataset, MethodRecord method) {
    List<String> cells =
        new ArrayList<>(
            List.of(
                method.name(),
                Labels.value(method.center()),
                method.isSingle() ? NONE : Labels.value(method.spread())));
    if (!compared.isAlone()) {
      cells.addAll(contrast(method.contrast()));
    }
    cells.add(Integer.toString(method.trials()));
    cells.add(Integer.toString(method.failures()));
    if (isUndecided(dataset)) {
      cells.add(Integer.toString(method.undecided()));
    }
    if (isTuned(dataset)) {
      cells.add(chosen(method));
    }
    return cells;
  }

  private static List<String> contrast(Optional<ContrastRecord> contrast) {
    return contrast
        .map(
            it ->
                List.of(
                    Labels.value(it.difference()),
                    interval(it),
                    Rounded.PRINT.p(it.adjustedP()),
                    finding(it.finding())))
        .orElse(List.of(NONE, NONE, NONE, "reference"));
  }

  /** An interval that bounds nothing is none. */
  private static String interval(ContrastRecord contrast) {
    boolean isUnbounded =
        contrast.lower() == Double.NEGATIVE_INFINITY
            && contrast.upper() == Double.POSITIVE_INFINITY;
    return isUnbounded
        ? NONE
        : Labels.value(contrast.lower()) + " … " + Labels.value(contrast.upper());
  }

  /** Undecided means something else of a trial. */
  private static String finding(ContrastRecord.Finding finding) {
    return finding == ContrastRecord.Finding.UNDECIDED
        ? "cannot be told apart"
        : finding.name().toLowerCase(Locale.ROOT);
  }

  /** The name of the only tuned axis, which then need not stand in each row; else empty. */
  private static String tunedAxis(DatasetRecord dataset) {
    List<String> axes =
        dataset.methods().stream()
            .flatMap(method -> method.chosen().stream())
            .flatMap(chosen -> chosen.assignment().keySet().stream())
            .distinct()
            .toList();
    return axes.size() == 1 ? last(axes.get(0)) : "";
  }

  /** Such as {@code 0.01 (edge)}, with how often where several were chosen. */
  private static String chosen(MethodRecord method) {
    return method.chosen().stream()
        .map(
            chosen ->
                text(chosen)
                    + (method.chosen().size() > 1 ? " ×" + chosen.trials() : "")
                    + (chosen.edges().isEmpty() ? "" : " (edge)"))
        .collect(Collectors.joining("; "));
  }

  private static String text(ChosenRecord chosen) {
    return chosen.assignment().size() == 1
        ? chosen.assignment().values().iterator().next()
        : assignment(chosen.assignment());
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private static String assignment(Map<String, String> assignment) {
    return assignment.entrySet().stream()
        .map(axis -> last(axis.getKey()) + "=" + axis.getValue())
        .collect(Collectors.joining(", "));
  }

  private static Block tuning(String dataset, TuningRecord tuning) {
    List<Column> columns = new ArrayList<>(List.of(Column.text("Method")));
    tuning.assignments().forEach(each -> columns.add(Column.number(assignment(each))));
    List<List<String>> rows = new ArrayList<>();
    for (TuningRecord.Row row : tuning.rows()) {
      List<String> cells = new ArrayList<>(List.of(row.name()));
      for (int i = 0; i < row.scores().size(); i++) {
        cells.add(Labels.value(row.scores().get(i)) + mark(row, i));
      }
      rows.add(cells);
    }
    String caption =
        "%s: %s with each setting that was tried, ◆ the chosen ones"
            .formatted(dataset, tuning.metric());
    return new Block.Table(caption, columns, rows);
  }

  /** How often it was chosen stands beside the mark where the method chose more than once. */
  private static String mark(TuningRecord.Row row, int assignment) {
    int chosen = row.chosen().get(assignment);
    if (chosen == 0) {
      return "";
    }
    int all = row.chosen().stream().mapToInt(Integer::intValue).sum();
    return all == 1 ? " ◆" : " ◆ ×" + chosen;
  }

  private Block across(SettingRecord setting, AcrossRecord across) {
    List<List<String>> rows =
        across.methods().stream().map(method -> row(setting, across, method)).toList();
    return new Block.Table(
        "%s data sets, %s".formatted(across.datasets().size(), compared.metric()),
        List.of(
            Column.text("Method"),
            Column.number("Mean rank"),
            Column.number("Interquartile mean"),
            Column.number("95 % interval"),
            Column.number("Wins / ties / losses against " + compared.reference()),
            Column.number("p (Holm)"),
            Column.number("Bayes better"),
            Column.number("equal"),
            Column.number("worse"),
            Column.number("Failed or diverged")),
        rows);
  }

  private List<String> row(SettingRecord setting, AcrossRecord across, AcrossRecord.Method method) {
    List<String> cells = new ArrayList<>(List.of(method.name(), Labels.value(method.meanRank())));
    cells.addAll(
        method
            .interquartileMean()
            .map(
                it ->
                    List.of(
                        Labels.value(it.value()),
                        Labels.value(it.lower()) + " … " + Labels.value(it.upper())))
            .orElse(List.of(NONE, NONE)));
    cells.addAll(
        across.pairs().stream()
            .filter(pair -> isPair(pair, method.name()))
            .findFirst()
            .map(pair -> List.of(wins(pair, method.name()), Rounded.PRINT.p(pair.adjustedP())))
            .orElse(List.of(NONE, NONE)));
    cells.addAll(
        method
            .bayesian()
            .map(
                it ->
                    List.of(
                        Rounded.PRINT.sampledProbability(it.better()),
                        Rounded.PRINT.sampledProbability(it.equivalent()),
                        Rounded.PRINT.sampledProbability(it.worse())))
            .orElse(List.of(NONE, NONE, NONE)));
    cells.add(Integer.toString(failures(setting, method.name())));
    return cells;
  }

  private boolean isPair(AcrossRecord.Pair pair, String method) {
    return (pair.first().equals(method) && pair.second().equals(compared.reference()))
        || (pair.second().equals(method) && pair.first().equals(compared.reference()));
  }

  private static String wins(AcrossRecord.Pair pair, String method) {
    return pair.first().equals(method)
        ? "%s / %s / %s".formatted(pair.wins(), pair.ties(), pair.losses())
        : "%s / %s / %s".formatted(pair.losses(), pair.ties(), pair.wins());
  }

  private static int failures(SettingRecord setting, String method) {
    return setting.datasets().stream()
        .flatMap(dataset -> dataset.methods().stream())
        .filter(each -> each.name().equals(method))
        .mapToInt(MethodRecord::failures)
        .sum();
  }

  private List<Block> details(AcrossRecord across) {
    var friedman = new LinkedHashMap<String, String>();
    friedman.put("Friedman χ²", Labels.value(across.friedman().chiSquared()));
    friedman.put("corrected for ties", Labels.value(across.friedman().tieCorrectedChiSquared()));
    friedman.put("Iman and Davenport's F", Labels.value(across.friedman().f()));
    friedman.put("p of F", Rounded.PRINT.p(across.friedman().p()));
    friedman.put(
        "p by permutation, as in the findings", Rounded.PRINT.p(across.friedman().permutationP()));
    friedman.put("Nemenyi's critical difference", Labels.value(across.criticalDifference()));
    List<Block> blocks = new ArrayList<>(List.of(Block.Facts.of(friedman), pairs(across)));
    if (across.pairs().size() > MAX_PAIRS) {
      blocks.add(new Block.Paragraph("Further pairs are in statistics.json."));
    }
    return blocks;
  }

  private static Block pairs(AcrossRecord across) {
    List<List<String>> rows =
        across.pairs().stream()
            .limit(MAX_PAIRS)
            .map(
                pair ->
                    List.of(
                        pair.first(),
                        pair.second(),
                        wins(pair, pair.first()),
                        Rounded.PRINT.p(pair.p()),
                        Rounded.PRINT.p(pair.adjustedP()),
                        Rounded.PRINT.p(pair.nemenyiP()),
                        pair.differ() ? "differ" : "cannot be told apart"))
            .toList();
    return new Block.Table(
        "Pairs",
        List.of(
            Column.text("First"),
            Column.text("Second"),
            Column.number("Wins / ties / losses"),
            Column.number("p"),
            Column.number("p (Holm)"),
            Column.number("p (Nemenyi)"),
            Column.text("Finding")),
        rows);
  }
}
