package dev.kassei.plotting.batch;

import dev.kassei.api.Epoch;
import dev.kassei.plotting.figure.Figure;
import dev.kassei.results.record.AcrossRecord;
import dev.kassei.results.record.ComparedRecord;
import dev.kassei.results.record.ContrastRecord.Finding;
import dev.kassei.results.record.DatasetRecord;
import dev.kassei.results.record.MethodRecord;
import dev.kassei.results.record.SettingRecord;
import dev.kassei.results.record.TuningRecord;
import dev.kassei.results.text.Heading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The figures of one setting of a batch. */
final class SettingFigures {
  static final String RANKS = "ranks";
  static final String DIFFERENCES = "differences";
  static final String CENTERS = "centers";
  static final String SCORES = "scores";
  static final String HEAT_MAP = "heat_map";
  static final String CURVES = "curves";
  static final String TUNING = "tuning";
  static final String SURFACES = "surfaces";

  private final Batch batch;
  private final ComparedRecord compared;
  private final SettingRecord setting;
  private final List<String> methods;

  SettingFigures(Batch batch, SettingRecord setting) {
    this.batch = batch;
    this.compared = batch.record().compared();
    this.setting = setting;
    this.methods = methods(setting);
  }

  /** From the best to the worst: by rank, or on the first data set. */
  private static List<String> methods(SettingRecord setting) {
    return setting
        .across()
        .map(across -> across.methods().stream().map(AcrossRecord.Method::name).toList())
        .orElseGet(
            () ->
                setting.datasets().stream()
                    .flatMap(dataset -> dataset.methods().stream())
                    .map(MethodRecord::name)
                    .distinct()
                    .toList());
  }

  /** By the names of their files, without those that there is no data for. */
  Map<String, Figure> all() throws IOException {
    var figures = new LinkedHashMap<String, Figure>();
    setting.across().ifPresent(across -> addAcross(figures, across));
    add(figures, DIFFERENCES, differences(), DifferencesFigure::of);
    add(figures, SCORES, scores(), ScoresFigure::of);
    add(figures, CURVES, curves(), LearningCurvesFigure::of);
    add(figures, TUNING, tuning(), TuningFigure::of);
    var surfaces = new SurfaceChoice(batch, setting, methods);
    add(
        figures,
        SURFACES,
        surfaces.surfaces(),
        all -> LearnedSurfacesFigure.of(surfaces.title(), all, surfaces.columns()));
    return figures;
  }

  private interface Drawing<T> {
    Figure draw(List<T> models);
  }

  private static <T> void add(
      Map<String, Figure> figures, String name, List<T> models, Drawing<T> drawing) {
    if (!models.isEmpty()) {
      figures.put(name, drawing.draw(models));
    }
  }

  private void addAcross(Map<String, Figure> figures, AcrossRecord across) {
    figures.put(RANKS, CriticalDifferenceFigure.of(ranks(across)));
    List<Estimate> centers =
        across.methods().stream()
            .filter(method -> method.interquartileMean().isPresent())
            .map(method -> estimate(method.name(), method.interquartileMean().orElseThrow()))
            .toList();
    if (!centers.isEmpty()) {
      figures.put(
          CENTERS, CentersFigure.of("Interquartile means over all data sets", metric(), centers));
    }
    figures.put(HEAT_MAP, ScoreTableFigure.of(table(across)));
  }

  private static Estimate estimate(String name, AcrossRecord.Estimate estimate) {
    return new Estimate(name, estimate.value(), estimate.lower(), estimate.upper());
  }

  /** The critical difference is that of Nemenyi's test, and means nothing for another. */
  private MeanRanks ranks(AcrossRecord across) {
    boolean nemenyi = compared.postHoc().equals("nemenyi");
    return new MeanRanks(
        across.methods().stream()
            .map(method -> new MeanRanks.RankedMethod(method.name(), method.meanRank()))
            .toList(),
        across.cliques(),
        nemenyi ? across.criticalDifference() : Double.NaN);
  }

  private ScoreTable table(AcrossRecord across) {
    return new ScoreTable(
        metric(),
        compared.greaterIsBetter(),
        methods,
        across.datasets(),
        across.methods().stream()
            .map(method -> method.centers().stream().mapToDouble(Double::doubleValue).toArray())
            .toArray(double[][]::new));
  }

  /** Such as {@code Test accuracy}. */
  private String metric() {
    return Heading.of(compared.metric());
  }

  private List<Differences> differences() {
    List<Differences> all = new ArrayList<>();
    for (DatasetRecord dataset : setting.datasets()) {
      List<Estimate> improvements =
          dataset.methods().stream()
              .filter(method -> method.contrast().isPresent())
              .map(SettingFigures::improvement)
              .toList();
      if (!improvements.isEmpty()) {
        all.add(
            new Differences(
                dataset.name(),
                metric().toLowerCase(Locale.ROOT),
                compared.reference(),
                improvements,
                compared.rope()));
      }
    }
    return all;
  }

  private static Estimate improvement(MethodRecord method) {
    var contrast = method.contrast().orElseThrow();
    return new Estimate(method.name(), contrast.difference(), contrast.lower(), contrast.upper());
  }

  private List<Scores> scores() {
    return setting.datasets().stream()
        .filter(dataset -> !dataset.methods().isEmpty())
        .map(
            dataset ->
                new Scores(
                    dataset.name(),
                    metric(),
                    dataset.methods().stream().map(SettingFigures::sample).toList()))
        .toList();
  }

  private static Sample sample(MethodRecord method) {
    return new Sample(
        method.name(), method.scores().stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** A panel a data set; for a single one also its loss. */
  private List<LearningCurves> curves() throws IOException {
    List<LearningCurves> all = new ArrayList<>();
    for (String column : drawn(batch.curveColumns())) {
      Map<String, TrialCurve> curves = batch.curves(column);
      for (DatasetRecord dataset : setting.datasets().stream().limit(Grid.MAX_PANELS).toList()) {
        List<MethodCurves> ofMethods = ofMethods(dataset, curves);
        if (!ofMethods.isEmpty()) {
          boolean higherIsBetter = column.equals(compared.metric()) && compared.greaterIsBetter();
          String name = Heading.of(column);
          all.add(
              new LearningCurves(
                  dataset.name(),
                  name,
                  higherIsBetter,
                  ofMethods,
                  compared.reference(),
                  different()));
        }
      }
    }
    return all;
  }

  private Set<String> different() {
    Map<String, Finding> findings = new Headline(setting, compared).findings();
    return findings.keySet().stream()
        .filter(name -> List.of(Finding.BETTER, Finding.WORSE).contains(findings.get(name)))
        .collect(Collectors.toSet());
  }

  private List<String> drawn(List<String> columns) {
    List<String> losses =
        List.of("validation.loss", Epoch.RUNNING_LOSS).stream()
            .filter(columns::contains)
            .limit(1)
            .toList();
    if (!columns.contains(compared.metric())) {
      return losses;
    }
    List<String> drawn = new ArrayList<>(List.of(compared.metric()));
    if (setting.datasets().size() == 1 && !compared.metric().endsWith(".loss")) {
      drawn.addAll(losses);
    }
    return drawn;
  }

  private List<MethodCurves> ofMethods(DatasetRecord dataset, Map<String, TrialCurve> curves) {
    var byMethod = new LinkedHashMap<String, List<TrialCurve>>();
    methods.forEach(method -> byMethod.put(method, new ArrayList<>()));
    for (Trial trial : batch.trialsOf(setting, dataset)) {
      TrialCurve curve = curves.get(trial.number());
      if (curve != null) {
        trial.name(compared.axis(), methods).ifPresent(method -> byMethod.get(method).add(curve));
      }
    }
    List<MethodCurves> all = new ArrayList<>();
    byMethod.forEach(
        (method, trials) -> {
          if (!trials.isEmpty()) {
            all.add(new MethodCurves(method, trials));
          }
        });
    return all;
  }

  private List<Tuning> tuning() {
    List<Tuning> all = new ArrayList<>();
    for (DatasetRecord dataset : setting.datasets()) {
      if (dataset.tuning().isPresent()) {
        TuningRecord tuning = dataset.tuning().orElseThrow();
        TunedNumber.of(tuning).ifPresent(number -> all.add(number.tuning(dataset.name(), methods)));
      }
    }
    return all;
  }
}
