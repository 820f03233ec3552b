package dev.kassei.trainer.config;

/** How pairs are compared after a Friedman test over many data sets. */
public enum PostHoc {
  /** Wilcoxon signed-rank tests, with Holm's correction. */
  WILCOXON_HOLM,
  /** Nemenyi's critical difference of mean ranks. */
  NEMENYI
}
