package dev.kassei.trainer.batch.analysis;

import dev.kassei.api.result.AcrossRecord;
import dev.kassei.api.result.DatasetRecord;
import dev.kassei.api.result.SettingRecord;
import dev.kassei.api.result.TuningRecord;
import dev.kassei.trainer.config.PostHoc;
import dev.kassei.trainer.statistics.Cautions;
import dev.kassei.trainer.statistics.ManyDatasets;
import dev.kassei.trainer.statistics.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The comparison of methods in one setting, on one data set or over several. */
final class SettingAnalysis {
  private final Map<String, String> axes;
  private final Terms terms;
  private final PostHoc postHoc;
  private final boolean hasDatasets;
  private final List<Cell> cells;
  private final List<DatasetAnalysis> datasets;

  /**
   * @param hasDatasets whether data sets are an axis
   */
  SettingAnalysis(
      Map<String, String> axes,
      Collection<Cell> cells,
      boolean hasDatasets,
      Terms terms,
      PostHoc postHoc) {
    this.axes = axes;
    this.terms = terms;
    this.postHoc = postHoc;
    this.hasDatasets = hasDatasets;
    this.cells = List.copyOf(cells);
    this.datasets =
        this.cells.stream().flatMap(cell -> DatasetAnalysis.of(cell, terms).stream()).toList();
  }

  SettingRecord record() {
    List<DatasetRecord> records =
        datasets.stream().map(dataset -> dataset.record(tuning(dataset))).toList();
    Optional<ManyDatasets> many = many();
    Optional<AcrossRecord> across =
        many.map(it -> new AcrossAnalysis(names(complete()), it, postHoc).record());
    return new SettingRecord(
        axes, verdict(records, many), cautions(records, many), records, across);
  }

  private Optional<TuningRecord> tuning(DatasetAnalysis dataset) {
    Optional<String> name = hasDatasets ? Optional.of(dataset.dataset()) : Optional.empty();
    return terms.tuning().table(axes, name, dataset.methods());
  }

  private List<String> verdict(List<DatasetRecord> records, Optional<ManyDatasets> many) {
    if (many.isPresent()) {
      return Verdict.of(many.get());
    }
    return records.isEmpty()
        ? List.of("There is nothing to compare yet.")
        : records.get(0).verdict();
  }

  private List<String> cautions(List<DatasetRecord> records, Optional<ManyDatasets> many) {
    if (many.isEmpty()) {
      return records.isEmpty() ? List.of() : records.get(0).cautions();
    }
    var cautions = new ArrayList<>(Cautions.of(many.get()));
    int incomplete = cells.size() - many.get().datasets();
    if (incomplete > 0) {
      cautions.add(
          "%s of %s data sets are left out, since not all methods have results there."
              .formatted(incomplete, cells.size()));
    }
    return cautions;
  }

  private Optional<ManyDatasets> many() {
    List<DatasetAnalysis> complete = complete();
    if (complete.size() < 2) {
      return Optional.empty();
    }
    List<String> methods = methods();
    double[][][] scores =
        complete.stream()
            .map(dataset -> methods.stream().map(dataset::scores).toArray(double[][]::new))
            .toArray(double[][][]::new);
    return terms.comparison(methods).map(comparison -> ManyDatasets.of(comparison, scores));
  }

  private List<DatasetAnalysis> complete() {
    List<String> methods = methods();
    return datasets.stream().filter(it -> it.methods().containsAll(methods)).toList();
  }

  /** The methods with results on any data set. */
  private List<String> methods() {
    var methods = new LinkedHashSet<String>();
    datasets.forEach(dataset -> methods.addAll(dataset.methods()));
    return List.copyOf(methods);
  }

  private static List<String> names(List<DatasetAnalysis> datasets) {
    return datasets.stream().map(DatasetAnalysis::dataset).toList();
  }
}
