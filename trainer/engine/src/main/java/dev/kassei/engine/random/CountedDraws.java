package dev.kassei.engine.random;

import dev.kassei.api.value.Draws;
import java.nio.charset.StandardCharsets;

/**
 * Random numbers that are a function of a name and a number, so that nothing else a program does
 * can change them. The definition is a promise; results of former versions depend on it. All
 * arithmetic is modulo 2⁶⁴.
 *
 * <ul>
 *   <li>γ = 0x9E3779B97F4A7C15, and mix is the finaliser of SplitMix64 [1]: z ^= z &gt;&gt;&gt; 30,
 *       z *= 0xBF58476D1CE4E5B9, z ^= z &gt;&gt;&gt; 27, z *= 0x94D049BB133111EB, z ^= z
 *       &gt;&gt;&gt; 31.
 *   <li>hash = FNV-1a [2] with 64 bits over the UTF-8 bytes of the {@linkplain Purpose purpose},
 *       one zero byte, and the UTF-8 bytes of the path.
 *   <li>key(seed, purpose, path, step) = mix(mix(mix(seed) ^ hash) + γ·step).
 *   <li>bits(key, i) = mix(key + γ·(i + 1)).
 *   <li>uniform(key, i) = the upper 53 bits of bits(key, i), times 2⁻⁵³: in [0, 1).
 *   <li>normal(key, i) = {@link StandardNormal#inverse} of the same 53 bits, of which the last is
 *       set to 1, times 2⁻⁵³: strictly inside (0, 1) and symmetric about ½.
 * </ul>
 *
 * <p>[1] Steele, Lea, Flood 2014, Fast splittable pseudorandom number generators,
 * doi:10.1145/2660193.2660195. [2] Fowler, Noll, Vo; RFC 9923.
 */
public final class CountedDraws implements Draws {
  private static final long GAMMA = 0x9E3779B97F4A7C15L;
  private static final long FNV_OFFSET = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  private final long key;

  /** The stream of a key from {@link #key}. */
  public CountedDraws(long key) {
    this.key = key;
  }

  /** The stream of this name. */
  public static CountedDraws of(long seed, Purpose purpose, String path, long step) {
    return new CountedDraws(key(seed, purpose, path, step));
  }

  /** A stream of numbers that no result depends on: those of a test or a benchmark. */
  public static CountedDraws of(long seed, String purpose, String path, long step) {
    return new CountedDraws(key(seed, purpose, path, step));
  }

  /**
   * The key of a stream.
   *
   * @param seed the seed for this purpose
   * @param purpose what the numbers are for
   * @param path where they are used, such as {@code hidden.0.weight}
   * @param step the number of the step or epoch; 0 for what is drawn once
   */
  public static long key(long seed, Purpose purpose, String path, long step) {
    return key(seed, purpose.word(), path, step);
  }

  /** The key of a stream of numbers that no result depends on: those of a test or a benchmark. */
  public static long key(long seed, String purpose, String path, long step) {
    long hash = fnv(fnv(FNV_OFFSET, purpose) * FNV_PRIME, path);
    return mix(mix(mix(seed) ^ hash) + GAMMA * step);
  }

  /** The 64 bits with number {@code index} of a stream. */
  public static long bits(long key, long index) {
    return mix(key + GAMMA * (index + 1));
  }

  /** The number {@code index} of a stream, uniform on [0, 1). */
  public static double uniform(long key, long index) {
    return (bits(key, index) >>> 11) * 0x1p-53;
  }

  /**
   * The numbers {@code first} on of a stream, uniform on [0, 1), as {@link #uniform} has them but
   * in a few loops that the JVM turns into vectors.
   *
   * @param bits overwritten, as long as {@code y}
   * @param y overwritten from 0 to {@code count}
   */
  public static void uniforms(long key, long first, long[] bits, double[] y, int count) {
    long z = key + GAMMA * first;
    for (int i = 0; i < count; i++) {
      z += GAMMA;
      bits[i] = z;
    }
    for (int i = 0; i < count; i++) {
      bits[i] = mix(bits[i]);
    }
    for (int i = 0; i < count; i++) {
      y[i] = (bits[i] >>> 11) * 0x1p-53;
    }
  }

  /** The number {@code index} of a stream, from the standard normal distribution. */
  public static double normal(long key, long index) {
    return StandardNormal.inverse((bits(key, index) >>> 11 | 1) * 0x1p-53);
  }

  @Override
  public double uniform(long index) {
    return uniform(key, index);
  }

  @Override
  public double normal(long index) {
    return normal(key, index);
  }

  /** FNV-1a continued over a text. Over a zero byte it is a multiplication by the prime alone. */
  private static long fnv(long hash, String text) {
    long result = hash;
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      result = (result ^ (each & 0xFF)) * FNV_PRIME;
    }
    return result;
  }

  private static long mix(long z) {
    long y = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    long x = (y ^ y >>> 27) * 0x94D049BB133111EBL;
    return x ^ x >>> 31;
  }
}
