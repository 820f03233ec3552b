package dev.kassei.batch.analysis;

import dev.kassei.api.DatasetSource;
import dev.kassei.batch.plan.TrialConfig;
import dev.kassei.batch.run.TrialResult;
import dev.kassei.batch.run.TrialStatus;
import dev.kassei.batch.statistics.Family;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.config.PluginNames;
import dev.kassei.results.record.BatchRecord;
import dev.kassei.results.record.ComparedRecord;
import dev.kassei.results.record.ComparedRecord.Center;
import dev.kassei.results.record.SettingRecord;
import dev.kassei.results.record.TrialCounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares what came of a batch. */
public final class BatchAnalysis {
  private final AnalysisInput input;
  private final Layout layout;
  private final Set<String> methods;
  private final ComparisonSettings comparisonSettings;

  private BatchAnalysis(AnalysisInput input) {
    this.input = input;
    this.layout =
        Layout.of(
            input.compare().axis(),
            input.name(),
            input.drawn(),
            input.trials().stream().map(trial -> trial.config().axes()).toList());
    this.methods =
        input.trials().stream()
            .flatMap(trial -> layout.method(trial.config().axes()).stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    LoadedConfig config = input.trials().get(0).config().config();
    this.comparisonSettings =
        new ComparisonSettings(
            Criterion.of(input),
            reference(),
            methods.size() == 1,
            input.compare().rope(),
            input.compare().postHoc(),
            input.compare().reference().isPresent() ? Family.REFERENCE : Family.ALL_PAIRS,
            new TuningAnalysis(input, layout, config),
            layout);
  }

  /**
   * Compares.
   *
   * @throws ExperimentException if trials do not have what is to be compared
   */
  public static BatchRecord analyse(AnalysisInput input) {
    return new BatchAnalysis(input).record();
  }

  /** The method that has the value of the reference, or the first that is made of it. */
  private String reference() {
    String value = input.compare().reference().orElse("");
    return methods.stream()
        .filter(method -> method.equals(value))
        .findFirst()
        .or(() -> methods.stream().filter(it -> it.startsWith(value + "(")).findFirst())
        .orElseGet(() -> methods.iterator().next());
  }

  private BatchRecord record() {
    List<SettingAnalysis> analyses =
        cells().entrySet().stream()
            .map(setting -> setting(setting.getKey(), setting.getValue()))
            .toList();
    var questions = new ArrayList<>(analyses);
    SettingAnalysis.averaged(analyses).ifPresent(questions::add);
    List<SettingRecord> answers =
        SettingAnalysis.adjusted(questions).stream().map(SettingAnalysis::record).toList();
    List<SettingRecord> settings = answers.subList(0, analyses.size());
    Optional<SettingRecord> average = answers.stream().skip(analyses.size()).findFirst();
    return new BatchRecord(
        input.name(),
        input.version(),
        counts(),
        input.digest(),
        compared(),
        verdict(settings, average),
        cautions(settings),
        settings,
        average);
  }

  private SettingAnalysis setting(Map<String, String> axes, Map<String, Cell> cells) {
    return new SettingAnalysis(axes, cells.values(), comparisonSettings);
  }

  private Map<Map<String, String>, Map<String, Cell>> cells() {
    var cells = new LinkedHashMap<Map<String, String>, Map<String, Cell>>();
    for (PlannedTrial trial : input.trials()) {
      Map<String, String> axes = trial.config().axes();
      Optional<String> method = layout.method(axes);
      if (method.isPresent()) {
        Optional<String> dataset = layout.dataset(axes);
        cells
            .computeIfAbsent(layout.setting(axes), key -> new LinkedHashMap<>())
            .computeIfAbsent(
                dataset.orElseGet(() -> source(trial.config())), name -> new Cell(name, dataset))
            .add(method.get(), layout.repetition(axes), trial);
      }
    }
    return cells;
  }

  private static String source(TrialConfig trial) {
    DatasetSource source = trial.config().experiment().dataset().source();
    PluginNames names = trial.config().names();
    return names.given(source).or(() -> file(trial)).orElseGet(() -> names.of(source));
  }

  /** The name of the file that data without a name come from. */
  private static Optional<String> file(TrialConfig trial) {
    return trial.config().dataFile().map(path -> path.replaceFirst(".*[/\\\\]", ""));
  }

  private static List<String> verdict(
      List<SettingRecord> settings, Optional<SettingRecord> average) {
    var verdict = new ArrayList<String>();
    average.ifPresent(
        it ->
            it.verdict()
                .forEach(
                    each ->
                        verdict.add(
                            "On average over %s settings: %s".formatted(settings.size(), each))));
    verdict.addAll(all(settings, SettingRecord::verdict));
    return verdict;
  }

  private List<String> cautions(List<SettingRecord> settings) {
    var cautions = new ArrayList<>(input.cautions());
    cautions.addAll(all(settings, SettingRecord::cautions));
    return cautions;
  }

  private static List<String> all(
      List<SettingRecord> settings, Function<SettingRecord, List<String>> sentences) {
    var all = new ArrayList<String>();
    for (SettingRecord setting : settings) {
      String prefix = settings.size() == 1 ? "" : label(setting.axes()) + ": ";
      sentences.apply(setting).forEach(sentence -> all.add(prefix + sentence));
    }
    return all;
  }

  private static String label(Map<String, String> axes) {
    return axes.entrySet().stream()
        .map(axis -> axis.getKey() + "=" + axis.getValue())
        .collect(Collectors.joining(", "));
  }

  private TrialCounts counts() {
    Map<TrialStatus, Long> ended =
        input.trials().stream()
            .flatMap(trial -> trial.result().stream())
            .map(TrialResult::record)
            .collect(Collectors.groupingBy(record -> record.status(), Collectors.counting()));
    return new TrialCounts(
        input.trials().size(),
        count(ended, TrialStatus.COMPLETED),
        count(ended, TrialStatus.DIVERGED),
        count(ended, TrialStatus.FAILED));
  }

  private static int count(Map<TrialStatus, Long> ended, TrialStatus status) {
    return ended.getOrDefault(status, 0L).intValue();
  }

  private ComparedRecord compared() {
    Criterion criterion = comparisonSettings.criterion();
    var description = new Description(input, comparisonSettings);
    return new ComparedRecord(
        input.compare().axis(),
        List.copyOf(methods),
        criterion.measure().toString(),
        criterion.scoring().higherIsBetter(),
        criterion.epoch().toString(),
        comparisonSettings.reference(),
        comparisonSettings.rope(),
        ComparisonSettings.ALPHA,
        criterion.scoring().hasMean() ? Center.MEAN : Center.MEDIAN,
        input.compare().postHoc().name().toLowerCase(Locale.ROOT),
        description.sentences(),
        description.reservation());
  }
}
