package dev.kassei.api.value;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * The decimal number of fewest digits that reads back to a positive binary one, and of those the
 * nearest to it; of two equally near ones the even.
 *
 * <p>The binary number is c·2^q; what reads back to it lies in an interval around it, up to halfway
 * to its neighbours. At most one multiple of 10^(k+1) lies in there, k being the largest with 10^k
 * no longer than the interval; if there is one it is the shortest, else one of the two multiples of
 * 10^k around the number is. That is Raffaello Giulietti's method, "The Schubfach way to render
 * doubles" (2021), which also proves that 126 bits of each power of ten are enough to compare
 * multiples with the ends of the interval.
 *
 * @param digits an integer, which may end with zeros
 * @param exponent the power of ten that it is multiplied with
 */
record ShortestDecimal(long digits, int exponent) {
  /** log10(2) · 2^41 and log10(3/4) · 2^41, rounded down. */
  private static final long LOG_2 = 661_971_961_083L;

  private static final long LOG_THREE_QUARTERS = -274_743_187_321L;

  /**
   * Finds it for c·2^q.
   *
   * @param c at most 53 bits
   * @param half whether the next number below is half as far away as the one above
   */
  static ShortestDecimal of(long c, int q, boolean half) {
    int k = (int) ((q * LOG_2 + (half ? LOG_THREE_QUARTERS : 0)) >> 41);
    PowerOfTen power = PowerOfTen.of(-k);
    int shift = q + power.exponent() + 2;
    // in quarters of 10^k
    long middle = 4 * c;
    long value = power.times(middle << shift);
    long below = power.times((middle - (half ? 1 : 2)) << shift);
    long above = power.times((middle + 2) << shift);
    // an end belongs to the interval if c is even, since ties are rounded to even
    boolean closed = c % 2 == 0;
    var interval = new Interval(closed ? below : below + 1, closed ? above : above - 1);
    long floor = value / 4;
    long digits = interval.only(floor / 10 * 10, 10);
    if (digits < 0) {
      digits = interval.only(floor, 1);
    }
    if (digits < 0) {
      long beyond = value - (4 * floor + 2);
      boolean isNearer = beyond < 0 || (beyond == 0 && floor % 2 == 0);
      digits = isNearer ? floor : floor + 1;
    }
    return new ShortestDecimal(digits, k);
  }

  /** What reads back to the number, in quarters of 10^k, both ends included. */
  private record Interval(long least, long most) {
    /** That one of two neighbouring multiples which is inside; −1 if both are, or neither. */
    long only(long lower, long unit) {
      boolean isLower = least <= 4 * lower;
      boolean isUpper = 4 * (lower + unit) <= most;
      if (isLower == isUpper) {
        return -1;
      }
      return isLower ? lower : lower + unit;
    }
  }

  /**
   * 126 bits of a power of ten, rounded up: about (high·2^63 + low)·2^(exponent − 125).
   *
   * @param exponent of the largest power of two that is not larger
   */
  private record PowerOfTen(long high, long low, int exponent) {
    private static final int BITS = 126;
    private static final int LEAST_POWER = -292;
    private static final int GREATEST_POWER = 324;
    private static final long LOW_63 = Long.MAX_VALUE;

    /**
     * Computed when first needed, since a run writes numbers of few magnitudes. Threads that
     * compute the same one do no harm.
     */
    private static final @Nullable PowerOfTen[] KNOWN =
        new PowerOfTen[GREATEST_POWER - LEAST_POWER + 1];

    static PowerOfTen of(int power) {
      PowerOfTen known = KNOWN[power - LEAST_POWER];
      if (known == null) {
        known = compute(power);
        KNOWN[power - LEAST_POWER] = known;
      }
      return known;
    }

    private static PowerOfTen compute(int power) {
      BigInteger whole = BigInteger.TEN.pow(Math.abs(power));
      int length = whole.bitLength();
      BigInteger bits =
          power >= 0
              ? whole.shiftLeft(BITS).shiftRight(length)
              : BigInteger.ONE.shiftLeft(BITS - 1 + length).divide(whole);
      BigInteger up = bits.add(BigInteger.ONE);
      return new PowerOfTen(
          up.shiftRight(63).longValueExact(),
          up.longValue() & LOW_63,
          power >= 0 ? length - 1 : -length);
    }

    /** The product with x·2^−127, rounded to odd: the last bit also says whether bits were lost. */
    long times(long x) {
      long carry = Math.multiplyHigh(low, x);
      long product = high * x;
      long middle = (product >>> 1) + carry;
      long result = Math.multiplyHigh(high, x) + (middle >>> 63);
      return result | (((middle & LOW_63) + LOW_63) >>> 63);
    }
  }
}
