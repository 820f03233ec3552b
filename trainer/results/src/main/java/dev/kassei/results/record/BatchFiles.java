package dev.kassei.results.record;

import java.util.Set;

/** The names of the files in a batch's folder, for those who write and those who read them. */
public final class BatchFiles {
  /** The effective configuration of the batch. */
  public static final String CONFIG = "config.yaml";

  /** What has been trained, a line per trial, only ever added to. */
  public static final String JOURNAL = "journal.jsonl";

  /** A line for each trial: its axes, how it ended, its metrics. */
  public static final String TRIALS = "trials.csv";

  /** The metrics of epochs, a line for each trial and epoch. */
  public static final String CURVES = "curves.csv";

  /** The seconds each trial took, and on which processor. */
  public static final String TIMINGS = "timings.csv";

  /** A line for each trial of the tuning; only where there is one. */
  public static final String TUNING = "tuning.csv";

  /** The analysis: what was compared, verdict, numbers. */
  public static final String STATISTICS = "statistics.json";

  /** Verdict and tables for reading. */
  public static final String SUMMARY = "summary.md";

  /** The table for a paper. */
  public static final String LATEX = "summary.tex";

  /** The plan to which tables and statistics belong, and the sums of these files. */
  public static final String RESULTS = "results.json";

  /** The plan for people, written before the first trial is trained. */
  public static final String PLAN = "plan.md";

  /** Each plan, and each look at results, a line each, only ever added to. */
  public static final String PLAN_LOG = "plan-log.jsonl";

  /** Where and when trials were trained, a line for each process, only ever added to. */
  public static final String ENVIRONMENT = "environment.jsonl";

  /** The same for people, with how many trials were trained where. */
  public static final String ENVIRONMENT_PAGE = "environment.html";

  /** Of which shard the folder is, such as {@code 3/16}; only where it is of one. */
  public static final String SHARD = "shard";

  /** Records that differ from those in the journal under the same key; only after a merge. */
  public static final String CONFLICTS = "conflicts.jsonl";

  /** The folder of surfaces, a file per trial as in a run's folder, see {@link #surface}. */
  public static final String SURFACES = "surfaces";

  /** The folder of the states of trials on their way, gone once all have ended. */
  public static final String CHECKPOINTS = "checkpoints";

  /** The folder of saved run folders, see {@link #run}. */
  public static final String RUNS = "runs";

  /** The folder of the pictures. */
  public static final String PLOTS = "plots";

  /** The page with verdict, tables and pictures. */
  public static final String REPORT = "report.html";

  private static final int DIGITS = 16;

  /** All of them. */
  public static final Set<String> ALL =
      Set.of(
          CONFIG,
          JOURNAL,
          TRIALS,
          CURVES,
          TIMINGS,
          TUNING,
          STATISTICS,
          SUMMARY,
          LATEX,
          RESULTS,
          PLAN,
          PLAN_LOG,
          ENVIRONMENT,
          ENVIRONMENT_PAGE,
          SHARD,
          CONFLICTS,
          SURFACES,
          CHECKPOINTS,
          RUNS,
          PLOTS,
          REPORT);

  private BatchFiles() {}

  /** The first digits of a trial's key, which tell it from all others. */
  public static String shortKey(String key) {
    return key.substring(0, Math.min(DIGITS, key.length()));
  }

  /** The path of a trial's run folder within that of the batch. */
  public static String run(String number) {
    return RUNS + "/trial-" + number;
  }

  /** The name of a trial's file of surfaces: the first digits of the trial's digest. */
  public static String surface(String digest) {
    return shortKey(digest) + ".safetensors";
  }
}
