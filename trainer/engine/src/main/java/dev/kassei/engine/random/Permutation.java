package dev.kassei.engine.random;

/**
 * Random orders by counted draws: the shuffle of Fisher and Yates from the last place to the first.
 * Place i is exchanged with place ⌊bits(key, i)·(i + 1) / 2⁶⁴⌋, where bits is that of {@link
 * CountedDraws} as an unsigned number. Each place is hit with a probability that differs from 1/(i
 * + 1) by less than 2⁻⁶⁴, so by less than 2⁻³³ of itself.
 */
public final class Permutation {
  private Permutation() {}

  /** The numbers 0 to {@code size − 1} in the random order of a key. */
  public static int[] of(int size, long key) {
    int[] order = identity(size);
    shuffle(order, key);
    return order;
  }

  /** The numbers 0 to {@code size − 1} in their own order. */
  public static int[] identity(int size) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = i;
    }
    return order;
  }

  /** Puts values into the random order of a key; {@code values} is overwritten. */
  public static void shuffle(int[] values, long key) {
    for (int i = values.length - 1; i > 0; i--) {
      int other = below(i + 1, CountedDraws.bits(key, i));
      int value = values[i];
      values[i] = values[other];
      values[other] = value;
    }
  }

  /** The upper half of the unsigned product of 64 bits and a bound. */
  private static int below(int bound, long bits) {
    // multiplyHigh takes the bits as signed; where they are negative, that is 2⁶⁴·bound too little
    return (int) (Math.multiplyHigh(bits, bound) + (bits >> 63 & bound));
  }
}
