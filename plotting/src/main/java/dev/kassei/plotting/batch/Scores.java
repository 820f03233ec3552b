package dev.kassei.plotting.batch;

import java.util.List;

/**
 * The scores of methods, such as those on one data set.
 *
 * @param title above the picture
 * @param samples the best method first
 */
public record Scores(String title, String metric, List<Sample> samples) {
  public Scores {
    samples = List.copyOf(samples);
  }
}
