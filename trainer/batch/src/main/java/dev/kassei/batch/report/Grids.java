package dev.kassei.batch.report;

import dev.kassei.batch.report.Grid.Cell;
import dev.kassei.batch.statistics.Phrases;
import dev.kassei.results.record.AcrossRecord;
import dev.kassei.results.record.ChosenRecord;
import dev.kassei.results.record.ComparedRecord;
import dev.kassei.results.record.ComparedRecord.Center;
import dev.kassei.results.record.ContrastRecord;
import dev.kassei.results.record.DatasetRecord;
import dev.kassei.results.record.MethodRecord;
import dev.kassei.results.record.TuningRecord;
import dev.kassei.results.text.Rounded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The tables of a summary. */
final class Grids {
  private static final String NONE = "";
  private static final int CHOICES = 3;

  /** After those that failed or diverged; the column is there where any trial is undecided. */
  private static final int UNDECIDED_PLACE = 3;

  private final ComparedRecord compared;

  Grids(ComparedRecord compared) {
    this.compared = compared;
  }

  /** Methods on one data set, from the best to the worst. */
  Grid dataset(DatasetRecord dataset) {
    boolean isTuned = dataset.methods().stream().anyMatch(each -> !each.chosen().isEmpty());
    boolean isUndecided = dataset.methods().stream().anyMatch(each -> each.undecided() > 0);
    var header =
        new ArrayList<>(List.of(compared.axis(), "n", "failed or diverged", center(dataset)));
    if (isUndecided) {
      header.add(UNDECIDED_PLACE, "undecided");
    }
    if (compared.isAlone()) {
      header.set(0, "trials");
    } else {
      header.addAll(
          List.of(improvement(), "wins / ties / losses", "P(better)", "δ", adjusted(dataset)));
    }
    if (isTuned) {
      header.add("tuned");
    }
    var rows = new ArrayList<List<Cell>>();
    int decimals = Figures.decimals(dataset.methods());
    for (MethodRecord method : dataset.methods()) {
      var texts = new ArrayList<>(location(method, decimals));
      if (isUndecided) {
        texts.add(UNDECIDED_PLACE, Integer.toString(method.undecided()));
      }
      if (!compared.isAlone()) {
        texts.addAll(method.contrast().map(Grids::contrast).orElse(reference()));
      }
      if (isTuned) {
        texts.add(choices(method.chosen()));
      }
      rows.add(Grid.row(texts.toArray(String[]::new)));
    }
    return new Grid(header, rows);
  }

  private String center(DatasetRecord dataset) {
    if (dataset.repetitions() == 1) {
      return compared.metric();
    }
    return compared.metric() + (isMean() ? " (mean ± sd)" : " (median [quartiles])");
  }

  private boolean isMean() {
    return compared.center() == Center.MEAN;
  }

  private String improvement() {
    return "improvement over %s [%s]"
        .formatted(compared.reference(), Phrases.percent(1 - compared.alpha()));
  }

  private static String adjusted(DatasetRecord dataset) {
    return dataset.methods().size() > 2 ? "p (Holm)" : "p";
  }

  private List<String> location(MethodRecord method, int decimals) {
    return List.of(
        method.name(),
        Integer.toString(method.trials()),
        Integer.toString(method.failures()),
        Figures.location(method, compared.center(), decimals));
  }

  private static List<String> contrast(ContrastRecord contrast) {
    return List.of(
        Figures.estimate(contrast.difference(), contrast.lower(), contrast.upper()),
        "%s / %s / %s".formatted(contrast.wins(), contrast.ties(), contrast.losses()),
        Figures.fixed(contrast.probability(), 2),
        Figures.fixed(contrast.cliffsDelta(), 2),
        Figures.p(contrast.adjustedP()));
  }

  private static List<String> reference() {
    return List.of(NONE, NONE, NONE, NONE, NONE);
  }

  /** The first ones, whole, as far as there is room, and how many more there are. */
  static String choices(List<ChosenRecord> chosen) {
    List<String> texts = chosen.stream().map(Grids::choice).toList();
    int named = Math.min(CHOICES, texts.size());
    while (named > 1 && choices(texts, named).length() > Grid.LONGEST) {
      named--;
    }
    return choices(texts, named);
  }

  private static String choices(List<String> texts, int named) {
    String first = String.join("; ", texts.subList(0, named));
    int more = texts.size() - named;
    return more == 0 ? first : "%s; %s more".formatted(first, more);
  }

  private static String choice(ChosenRecord chosen) {
    return "%s (%s%s)"
        .formatted(
            assignment(chosen.assignment()),
            chosen.trials(),
            chosen.edges().isEmpty() ? "" : ", edge");
  }

  /** Such as {@code learning_rate=0.01}. */
  private static String assignment(Map<String, String> assignment) {
    return assignment.entrySet().stream()
        .map(each -> each.getKey().replaceFirst(".*\\.", "") + "=" + each.getValue())
        .collect(Collectors.joining(", "));
  }

  /** Methods over data sets, from the best mean rank to the worst. */
  Grid across(AcrossRecord across) {
    var header = new ArrayList<>(List.of(compared.axis(), "mean rank"));
    if (isMean()) {
      header.add("interquartile mean [%s]".formatted(Phrases.percent(1 - compared.alpha())));
    }
    String reference = compared.reference();
    String test = compared.postHoc().equals("nemenyi") ? "p (Nemenyi)" : "p (Holm)";
    header.addAll(List.of("wins / ties / losses against " + reference, test));
    header.addAll(List.of("Bayes better", "equal", "worse"));
    var rows = new ArrayList<List<Cell>>();
    for (AcrossRecord.Method method : across.methods()) {
      var texts = new ArrayList<>(List.of(method.name(), Figures.fixed(method.meanRank(), 2)));
      if (isMean()) {
        texts.add(method.interquartileMean().map(Grids::estimate).orElse(NONE));
      }
      texts.addAll(against(method, across));
      rows.add(Grid.row(texts.toArray(String[]::new)));
    }
    return new Grid(header, rows);
  }

  private static String estimate(AcrossRecord.Estimate estimate) {
    return Figures.estimate(estimate.value(), estimate.lower(), estimate.upper());
  }

  private List<String> against(AcrossRecord.Method method, AcrossRecord across) {
    if (method.bayesian().isEmpty()) {
      return reference();
    }
    AcrossRecord.Bayesian bayesian = method.bayesian().get();
    AcrossRecord.Pair pair = pair(method.name(), across.pairs());
    boolean isFirst = pair.first().equals(method.name());
    double p = compared.postHoc().equals("nemenyi") ? pair.nemenyiP() : pair.adjustedP();
    return List.of(
        "%s / %s / %s"
            .formatted(
                isFirst ? pair.wins() : pair.losses(),
                pair.ties(),
                isFirst ? pair.losses() : pair.wins()),
        Figures.p(p),
        Rounded.PRINT.sampledProbability(bayesian.better()),
        Rounded.PRINT.sampledProbability(bayesian.equivalent()),
        Rounded.PRINT.sampledProbability(bayesian.worse()));
  }

  private AcrossRecord.Pair pair(String method, List<AcrossRecord.Pair> pairs) {
    List<String> both = List.of(method, compared.reference());
    return pairs.stream()
        .filter(pair -> both.contains(pair.first()) && both.contains(pair.second()))
        .findFirst()
        .orElseThrow();
  }

  /** Data sets × methods; the best of each data set stands out. */
  Grid centers(AcrossRecord across) {
    var header = new ArrayList<>(List.of("data set"));
    across.methods().forEach(method -> header.add(method.name()));
    var rows = new ArrayList<List<Cell>>();
    for (int i = 0; i < across.datasets().size(); i++) {
      int place = i;
      List<Double> centers =
          across.methods().stream().map(method -> method.centers().get(place)).toList();
      var row = new ArrayList<Cell>(Grid.row(across.datasets().get(i)));
      double best = best(centers, compared.greaterIsBetter());
      centers.forEach(center -> row.add(new Cell(Figures.score(center), center == best)));
      rows.add(row);
    }
    return new Grid(header, rows);
  }

  private static double best(List<Double> values, boolean higherIsBetter) {
    Comparator<Double> order = Comparator.naturalOrder();
    return values.stream().max(higherIsBetter ? order : order.reversed()).orElseThrow();
  }

  /** Methods × assignments; what was chosen stands out. */
  Grid fixed(TuningRecord tuning) {
    var header = new ArrayList<>(List.of(compared.axis()));
    tuning.assignments().forEach(each -> header.add(assignment(each)));
    var rows = new ArrayList<List<Cell>>();
    for (TuningRecord.Row row : tuning.rows()) {
      boolean isOnce = row.chosen().stream().mapToInt(Integer::intValue).sum() <= 1;
      var cells = new ArrayList<Cell>(Grid.row(row.name()));
      for (int i = 0; i < row.scores().size(); i++) {
        int chosen = row.chosen().get(i);
        String text = Figures.score(row.scores().get(i));
        cells.add(new Cell(isOnce || chosen == 0 ? text : text + " (" + chosen + ")", chosen > 0));
      }
      rows.add(cells);
    }
    return new Grid(header, rows);
  }

  /** The title of what is averaged. */
  static String average(int settings) {
    return "On average over %s settings".formatted(settings);
  }

  /** Such as {@code optimizer.learning_rate=0.1, seed=3}; empty without axes. */
  static Optional<String> setting(Map<String, String> axes) {
    return axes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            axes.entrySet().stream()
                .map(axis -> axis.getKey() + "=" + axis.getValue())
                .collect(Collectors.joining(", ")));
  }
}
