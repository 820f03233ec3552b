package dev.kassei.api.text;

import java.util.Arrays;
import org.apiguardian.api.API;

/**
 * A word that can only be a slip of the pen for another. Of short names that is seldom so: one
 * letter makes {@code adamw} of {@code adam}, {@code mae} of {@code mse}, {@code relu6} of {@code
 * relu}, and each is a name of its own.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Slip {
  /** In shorter words every letter tells. */
  private static final int SHORT = 6;

  /** One letter of so many may be wrong. */
  private static final int LETTERS_PER_SLIP = 6;

  private Slip() {}

  /**
   * Whether a word can only be a slip for another: two letters swapped, one of them doubled, or in
   * a long word few wrong ones; but neither another digit nor the whole word and more.
   */
  public static boolean is(String given, String meant) {
    if (!hasEqualDigits(given, meant)) {
      return false;
    }
    if (squeezed(given).equals(squeezed(meant)) || isSwapped(given, meant)) {
      return true;
    }
    int shorter = Math.min(given.length(), meant.length());
    boolean isMore = given.startsWith(meant) || given.endsWith(meant);
    return shorter >= SHORT
        && !isMore
        && EditDistance.between(given, meant) <= shorter / LETTERS_PER_SLIP;
  }

  /** Whether two words have the same digits in the same order. */
  public static boolean hasEqualDigits(String a, String b) {
    return a.replaceAll("\\D", "").equals(b.replaceAll("\\D", ""));
  }

  private static boolean isSwapped(String a, String b) {
    int[] left = a.chars().sorted().toArray();
    return Arrays.equals(left, b.chars().sorted().toArray()) && EditDistance.between(a, b) == 1;
  }

  private static String squeezed(String word) {
    return word.replaceAll("(.)\\1+", "$1");
  }
}
