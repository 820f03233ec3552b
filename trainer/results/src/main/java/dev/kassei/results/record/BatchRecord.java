package dev.kassei.results.record;

import java.util.List;
import java.util.Optional;

/**
 * The content of {@code statistics.json}: what a batch found. In the file names have underscores,
 * what is empty and optional is left out, and numbers that JSON does not know are the texts {@code
 * NaN}, {@code Infinity} and {@code -Infinity}.
 *
 * @param name the batch's name
 * @param version of Kassei
 * @param trials how many there are, and how they ended
 * @param digest over all trials by number, in hexadecimal: equal for equal results
 * @param compared what was compared
 * @param verdict the results, in sentences; those of all settings
 * @param cautions what to keep in mind, in sentences; those of all settings
 * @param settings by setting: usually there is one
 * @param average of several settings, repetition by repetition; none where they have not the same
 *     methods and repetitions
 */
public record BatchRecord(
    String name,
    String version,
    TrialCounts trials,
    String digest,
    ComparedRecord compared,
    List<String> verdict,
    List<String> cautions,
    List<SettingRecord> settings,
    Optional<SettingRecord> average) {
  /** The version of the file's layout, {@code format} in the file. */
  public static final int FORMAT = 1;

  public BatchRecord {
    verdict = List.copyOf(verdict);
    cautions = List.copyOf(cautions);
    settings = List.copyOf(settings);
  }
}
