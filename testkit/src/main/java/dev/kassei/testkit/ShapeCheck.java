package dev.kassei.testkit;

import dev.kassei.api.Layer;
import dev.kassei.api.expr.Rows;

/** Which widths are taken, and what comes out. */
final class ShapeCheck {
  private static final int WIDEST = 16;

  private ShapeCheck() {}

  static void check(Layer layer, Findings findings) {
    int taken = 0;
    for (int width = 1; width <= WIDEST; width++) {
      taken += takes(layer, width, findings) ? 1 : 0;
    }
    if (taken == 0) {
      findings.error("%s takes none of the widths 1 to %s", layer, WIDEST);
    }
    Subject.of(layer)
        .filter(Subject::choosesRows)
        .ifPresent(
            subject ->
                findings.warning(
                    "its inputs are numbers of rows of a table, which most numbers are not; values"
                        + " and derivatives are not checked"));
    Subject.of(layer)
        .filter(subject -> !subject.isSmall())
        .ifPresent(
            subject ->
                findings.warning(
                    "at width %s a value has %s numbers per row; values are checked up to %s, so"
                        + " nothing is known of these",
                    subject.width(), subject.widest(), Subject.LARGEST));
  }

  private static boolean takes(Layer layer, int width, Findings findings) {
    try {
      Rows rows = layer.apply(Subject.input(width)).shape().rows();
      if (!rows.equals(Rows.BATCH)) {
        findings.error("one row for each row expected at width %s, but %s came", width, rows);
      }
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    } catch (RuntimeException e) {
      findings.error(
          "width %s is refused by %s%s; refuse it by an IllegalArgumentException that says which"
              + " widths are possible",
          width, e, Clauses.place(e));
      return true;
    }
  }
}
