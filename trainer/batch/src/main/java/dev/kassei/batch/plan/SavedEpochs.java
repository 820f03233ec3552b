package dev.kassei.batch.plan;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The epochs of a trial whose metrics are saved: evenly spread, the first and the last included.
 */
public final class SavedEpochs {
  /** The largest number of epochs that are saved. */
  public static final int MAX_EPOCHS = 101;

  private SavedEpochs() {}

  /** The saved ones of so many epochs, ascending from 0. */
  public static int[] of(int epochs) {
    int points = Math.min(MAX_EPOCHS, epochs);
    return IntStream.range(0, points).map(point -> place(point, points, epochs)).toArray();
  }

  private static int place(int point, int points, int epochs) {
    return points == epochs ? point : (int) ((long) point * (epochs - 1) / (points - 1));
  }

  static boolean has(int epoch, int epochs) {
    return Arrays.binarySearch(of(epochs), epoch) >= 0;
  }

  /** The saved ones before and after one that is not. */
  static String beside(int epoch, int epochs) {
    int[] saved = of(epochs);
    int after = -Arrays.binarySearch(saved, epoch) - 1;
    return IntStream.of(saved[after - 1], saved[after])
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(" and "));
  }
}
