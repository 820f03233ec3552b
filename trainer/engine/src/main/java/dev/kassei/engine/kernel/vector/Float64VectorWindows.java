package dev.kassei.engine.kernel.vector;

import static jdk.incubator.vector.VectorOperators.NE;

import dev.kassei.engine.kernel.WindowGrid;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * What windows see, and back, in float64 by vectors: run by run of numbers that are neighbours in
 * memory. One object for each thread.
 */
final class Float64VectorWindows {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int L = SPECIES.length();

  /** Runs of more numbers are copied as the JVM does. */
  private static final int LONG = 4 * L;

  private final Float64PaddedItems items;
  private final int[] places;
  private final int[] runs;
  private final int run;
  private final int[] lines;
  private final int line;
  private final int size;
  private final double[] padded;
  private final double[] tail = new double[L];

  Float64VectorWindows(WindowGrid grid, double fill) {
    items = new Float64PaddedItems(grid, 1, fill, L);
    places = grid.places(1);
    runs = grid.runs();
    run = grid.run();
    lines = grid.lines();
    line = grid.line();
    size = grid.size();
    padded = new double[grid.paddedSize() + L];
    Arrays.fill(tail, 0, run % L, 1.0);
  }

  /** The numbers that windows see of an item. */
  int seen() {
    return places.length * runs.length * run;
  }

  /** What windows see of an item of x, at {@code yi} of y; up to L − 1 more are overwritten. */
  void windows(double[] x, int item, double[] y, int yi) {
    items.hold(x, item, 1);
    if (run > LONG) {
      copyLong(items.values(), items.start(), y, yi);
    } else {
      copy(items.values(), items.start(), y, yi);
    }
  }

  private void copyLong(double[] x, int xi, double[] y, int yi) {
    int to = yi;
    for (int place : places) {
      for (int at : runs) {
        System.arraycopy(x, xi + place + at, y, to, run);
        to += run;
      }
    }
  }

  /** Beyond the end of a run there is the next one, which is written later. */
  private void copy(double[] x, int xi, double[] y, int yi) {
    int[] runs = this.runs;
    int run = this.run;
    int to = yi;
    for (int place : places) {
      for (int i = 0; i < runs.length; i++) {
        int from = xi + place + runs[i];
        for (int j = 0; j < run; j += L) {
          DoubleVector.fromArray(SPECIES, x, from + j).intoArray(y, to + j);
        }
        to += run;
      }
    }
  }

  /** Overwrites an item of y by what windows saw of it, at {@code xi} of x, place by place. */
  void fold(double[] x, int xi, double[] y, int item) {
    Arrays.fill(padded, 0.0);
    if (L > 2) {
      add(x, xi);
    } else {
      addScalar(x, xi);
    }
    int to = item * size;
    for (int at : lines) {
      System.arraycopy(padded, at, y, to, line);
      to += line;
    }
  }

  /** Beyond the end of a run +0 is added, which changes no sum that began with +0. */
  private void add(double[] x, int xi) {
    double[] y = padded;
    int[] runs = this.runs;
    int whole = run - run % L;
    boolean hasTail = whole < run;
    DoubleVector zero = DoubleVector.zero(SPECIES);
    VectorMask<Double> inside = DoubleVector.fromArray(SPECIES, tail, 0).compare(NE, 0.0);
    int from = xi;
    for (int place : places) {
      for (int i = 0; i < runs.length; i++) {
        int to = place + runs[i];
        for (int j = 0; j < whole; j += L) {
          DoubleVector sum = DoubleVector.fromArray(SPECIES, y, to + j);
          sum.add(DoubleVector.fromArray(SPECIES, x, from + j)).intoArray(y, to + j);
        }
        if (hasTail) {
          DoubleVector rest = DoubleVector.fromArray(SPECIES, x, from + whole);
          DoubleVector sum = DoubleVector.fromArray(SPECIES, y, to + whole);
          sum.add(zero.blend(rest, inside)).intoArray(y, to + whole);
        }
        from += run;
      }
    }
  }

  /** For masks of two elements, which would be boxed on JDK 17. */
  private void addScalar(double[] x, int xi) {
    int from = xi;
    for (int place : places) {
      for (int at : runs) {
        for (int j = 0; j < run; j++) {
          padded[place + at + j] += x[from + j];
        }
        from += run;
      }
    }
  }
}
