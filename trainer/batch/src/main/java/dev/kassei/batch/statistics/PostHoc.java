package dev.kassei.batch.statistics;

/** How pairs are compared after a Friedman test over many data sets. */
public enum PostHoc {
  /** Wilcoxon signed-rank tests, adjusted after Holm. */
  WILCOXON_HOLM,
  /** Nemenyi's critical difference of mean ranks. */
  NEMENYI
}
