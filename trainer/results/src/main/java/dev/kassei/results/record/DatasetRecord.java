package dev.kassei.results.record;

import java.util.List;
import java.util.Optional;

/**
 * The comparison on one data set.
 *
 * @param name the data set
 * @param design where differences between repetitions come from
 * @param designText the same in a sentence
 * @param repetitions the number of seeds and folds that all methods have, which are compared
 * @param missing the number of repetitions that not all methods have yet
 * @param verdict the results, in sentences
 * @param cautions what to keep in mind, in sentences
 * @param methods from the best center to the worst
 * @param tuning what the tuning tried, if there was one
 */
public record DatasetRecord(
    String name,
    Design design,
    String designText,
    int repetitions,
    int missing,
    List<String> verdict,
    List<String> cautions,
    List<MethodRecord> methods,
    Optional<TuningRecord> tuning) {
  /** Where differences between repetitions come from; in lower case in the file. */
  public enum Design {
    /** The split of the data is fixed, or each seed draws fresh data. */
    INDEPENDENT,
    /** Each seed or fold splits the same finite data anew. */
    RESPLIT
  }

  public DatasetRecord {
    verdict = List.copyOf(verdict);
    cautions = List.copyOf(cautions);
    methods = List.copyOf(methods);
  }
}
