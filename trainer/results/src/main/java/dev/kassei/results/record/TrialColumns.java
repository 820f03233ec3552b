package dev.kassei.results.record;

/**
 * The columns of {@code trials.csv}: {@link #TRIAL}; a column for each axis, named by its path;
 * {@link #TUNED} and a path for each axis of the tuning; then those from {@link #STATUS} on. What a
 * trial does not have is an empty cell.
 *
 * <p>The same names serve in {@code curves.csv}: {@link #TRIAL}, {@link #EPOCH} and a column for
 * each metric; in {@code timings.csv}: {@link #TRIAL}, {@link #SECONDS}, {@link #PROCESSOR} and
 * {@link #SITE}; and in {@code tuning.csv}: {@link #GROUP}, the axes, {@link #TUNED} and a path for
 * each tuned axis, {@link #TUNING_SEED}, {@link #SCORE} and {@link #CHOSEN}.
 */
public final class TrialColumns {
  /** The number of the trial, from 1. */
  public static final String TRIAL = "trial";

  /** What the columns of tuned axes begin with, before a dot. */
  public static final String TUNED = "tuned";

  /** {@code completed}, {@code diverged} or {@code failed}: the first column after the axes. */
  public static final String STATUS = "status";

  /** Why a trial did not complete. */
  public static final String REASON = "reason";

  /** The number of epochs trained. */
  public static final String EPOCHS = "epochs";

  /** The epoch that is best on the validation rows, if any. */
  public static final String BEST_EPOCH = "best_epoch";

  /** What the columns with the number of rows of a part begin with, before a dot. */
  public static final String ROWS = "rows";

  /** The number of classes, 0 where numbers are predicted. */
  public static final String CLASSES = "classes";

  /**
   * What the columns begin with that say for how many rows of a part the most frequent class of the
   * training rows is the right one, before a dot.
   */
  public static final String GUESSED = "guessed";

  /** What the columns of metrics with the last weights begin with, before a dot. */
  public static final String LAST = "last";

  /** What the columns of metrics with the weights of the best epoch begin with, before a dot. */
  public static final String BEST = "best";

  /** The first digits of the trial's key, which name its files: {@link BatchFiles#shortKey}. */
  public static final String KEY = "key";

  /** The digest of a trial's weights and epochs. */
  public static final String DIGEST = "digest";

  /** The number of an epoch, from 0. */
  public static final String EPOCH = "epoch";

  /** How long a trial took. */
  public static final String SECONDS = "seconds";

  /** The processor that trained a trial; times of others cannot be compared with its. */
  public static final String PROCESSOR = "processor";

  /** The process that trained a trial, as {@code environment.jsonl} names it. */
  public static final String SITE = "site";

  /** The number from 0 of the trials that are tuned together. */
  public static final String GROUP = "group";

  /** The seed of a trial of the tuning. */
  public static final String TUNING_SEED = "tuning_seed";

  /** The metric by which the tuning chooses; NaN for a failed trial. */
  public static final String SCORE = "score";

  /** {@code true} where the assignment was chosen, else {@code false}. */
  public static final String CHOSEN = "chosen";

  private TrialColumns() {}
}
