package dev.kassei.api.text;

import org.apiguardian.api.API;

/**
 * The number of slips between two words: letters to insert, delete, replace or swap with their
 * neighbour. No letter is touched twice (optimal string alignment).
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class EditDistance {
  private EditDistance() {}

  /** The fewest slips that make one word the other. Letters in upper and lower case differ. */
  public static int between(String a, String b) {
    var distances = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        distances[i][j] = i == 0 || j == 0 ? i + j : step(a, b, i, j, distances);
      }
    }
    return distances[a.length()][b.length()];
  }

  private static int step(String a, String b, int i, int j, int[][] distances) {
    int replaced = distances[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int shifted = Math.min(distances[i - 1][j], distances[i][j - 1]) + 1;
    int best = Math.min(replaced, shifted);
    boolean isSwapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return isSwapped ? Math.min(best, distances[i - 2][j - 2] + 1) : best;
  }
}
