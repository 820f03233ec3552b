package dev.kassei.results.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One combination of the axes that are neither compared nor repetitions nor data sets.
 *
 * @param axes their printed values by path; empty where there is no such axis
 * @param verdict the results, in sentences
 * @param cautions what to keep in mind, in sentences
 * @param datasets the comparison on each data set
 * @param across the comparison over data sets, if there are several
 */
public record SettingRecord(
    Map<String, String> axes,
    List<String> verdict,
    List<String> cautions,
    List<DatasetRecord> datasets,
    Optional<AcrossRecord> across) {
  public SettingRecord {
    axes = Collections.unmodifiableMap(new LinkedHashMap<>(axes));
    verdict = List.copyOf(verdict);
    cautions = List.copyOf(cautions);
    datasets = List.copyOf(datasets);
  }
}
