package dev.kassei.api.expr;

import java.util.List;
import org.apiguardian.api.API;

/** How the numbers of a parameter lie in memory and in files. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface Layout {
  /** The same in both, rows × columns; a single row is a vector in files. */
  Layout PLAIN = new Plain();

  /** A matrix that multiplies rows from the right. */
  Layout WEIGHTS = new Weights(List.of());

  /** The same in both, rows × columns; a single row is a vector in files. */
  record Plain() implements Layout {
    @Override
    public boolean equals(Object other) {
      return other instanceof Plain;
    }

    @Override
    public int hashCode() {
      return 0;
    }
  }

  /**
   * A matrix that multiplies rows from the right: (taps · inputs) × outputs in memory, the inputs
   * fastest, and outputs × inputs × taps in files, as PyTorch does.
   *
   * @param taps the size of the window in each axis; none for rows that are no windows
   */
  record Weights(List<Integer> taps) implements Layout {
    public Weights {
      taps = List.copyOf(taps);
    }

    /** The number of taps of the window. */
    public int tapCount() {
      return taps.stream().reduce(1, Math::multiplyExact);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Weights weights && taps.equals(weights.taps);
    }

    @Override
    public int hashCode() {
      return taps.hashCode();
    }
  }
}
