package dev.kassei.batch.run;

import dev.kassei.results.Sha256;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * The digest of a batch: equal if and only if its trials ended the same way with the same bits. It
 * is the SHA-256 of, for each trial by number: the number as a 32-bit integer, how it ended and its
 * own digest, each with a zero byte, the best epoch from 0, or −1, and the number of metrics with
 * its weights as 32-bit integers, and of each of them, in the order of names, its name with a zero
 * byte and its value as float64.
 */
public final class BatchDigest {
  private final Sha256 sha = new Sha256();

  private BatchDigest() {}

  /** The digest, in hexadecimal. */
  public static String of(List<TrialResult> trials) {
    var digest = new BatchDigest();
    trials.stream()
        .sorted(Comparator.comparingInt(TrialResult::number))
        .forEach(trial -> digest.add(trial.number(), trial.record()));
    return digest.sha.hex();
  }

  private void add(int number, TrialRecord record) {
    sha.add(number);
    sha.add(record.status().text());
    sha.add(record.digest());
    sha.add(record.bestEpoch());
    sha.add(record.best().size());
    new TreeMap<>(record.best())
        .forEach(
            (metric, value) -> {
              sha.add(metric);
              sha.add(value);
            });
  }
}
