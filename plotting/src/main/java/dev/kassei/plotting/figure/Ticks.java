package dev.kassei.plotting.figure;

import java.util.List;

/** Where an axis has ticks, and what stands there. */
public sealed interface Ticks {
  Ticks AUTOMATIC = new Automatic();

  Ticks WHOLE = new Whole();

  Ticks NONE = new At(List.of());

  /** At round numbers; at each name on an axis of categories. */
  record Automatic() implements Ticks {}

  /** At round numbers without fractions, such as epochs. */
  record Whole() implements Ticks {}

  /** At these places. */
  record At(List<Tick> ticks) implements Ticks {
    public At {
      ticks = List.copyOf(ticks);
    }
  }

  /** One tick; its label may be empty. */
  record Tick(double value, String label) {}
}
