package dev.kassei.trainer.batch;

import dev.kassei.trainer.result.Sha256;
import java.util.Comparator;
import java.util.List;

/**
 * The digest of a batch: equal if and only if its trials ended the same way with the same bits. It
 * is the SHA-256 of, for each trial by number: the number as a 32-bit integer, how it ended and its
 * own digest, each with a zero byte.
 */
public final class BatchDigest {
  private BatchDigest() {}

  /** The digest, in hexadecimal. */
  public static String of(List<TrialResult> trials) {
    var sha = new Sha256();
    trials.stream()
        .sorted(Comparator.comparingInt(TrialResult::number))
        .forEach(
            trial -> {
              sha.add(trial.number());
              sha.add(trial.record().status().text());
              sha.add(trial.record().digest());
            });
    return sha.hex();
  }
}
