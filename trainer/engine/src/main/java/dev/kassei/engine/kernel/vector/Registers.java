package dev.kassei.engine.kernel.vector;

import jdk.incubator.vector.DoubleVector;

/** The vector registers of the processor, of which the blocks of a product are made to fit. */
final class Registers {
  private static final int AVX_512 = 512;

  /** The width of one, as Java prefers it. */
  static final int BITS = DoubleVector.SPECIES_PREFERRED.vectorBitSize();

  /** Whether there are 32, as with AVX-512 and on ARM, and not 16. */
  static final boolean MANY = BITS >= AVX_512 || System.getProperty("os.arch").equals("aarch64");

  private Registers() {}
}
