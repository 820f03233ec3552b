package dev.kassei.engine.kernel.vector;

import jdk.incubator.vector.DoubleVector;

/** The vector registers of the processor, of which the blocks of a product are made to fit. */
final class Registers {
  private static final int AVX_512 = 512;

  /** Whether there are 32, as with AVX-512 and on ARM, and not 16. */
  static final boolean MANY =
      DoubleVector.SPECIES_PREFERRED.vectorBitSize() >= AVX_512
          || System.getProperty("os.arch").equals("aarch64");

  private Registers() {}
}
