package dev.kassei.testkit;

import dev.kassei.api.Layer;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Rows;
import dev.kassei.api.value.ContractException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which widths are taken, and what comes out. */
final class ShapeCheck {
  private static final int WIDEST = 16;

  /** A reason that names the width is another at each. */
  private static final int REASONS = 2;

  private ShapeCheck() {}

  static void check(Layer layer, Findings findings) {
    Optional<String> tooLarge = Subject.tooLarge(layer);
    if (tooLarge.isPresent()) {
      findings.error("%s", tooLarge.get());
      return;
    }
    var refusals = new LinkedHashSet<String>();
    int taken = 0;
    for (int width = 1; width <= WIDEST; width++) {
      taken += takes(layer, width, refusals, findings) ? 1 : 0;
    }
    if (taken == 0) {
      findings.error(
          "%s takes none of the widths 1 to %s; it says: %s",
          layer, WIDEST, refusals.stream().limit(REASONS).collect(Collectors.joining("; ")));
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

  private static boolean takes(Layer layer, int width, Set<String> refusals, Findings findings) {
    try {
      Expr y = ContractException.returned(layer.apply(Subject.input(width)), layer, "apply");
      Rows rows = y.shape().rows();
      if (!rows.equals(Rows.BATCH)) {
        findings.error("one row for each row expected at width %s, but %s came", width, rows);
      }
      return true;
    } catch (IllegalArgumentException e) {
      refusals.add(String.valueOf(e.getMessage()));
      return false;
    } catch (ContractException e) {
      findings.error("%s", e.getMessage());
      return true;
    } catch (RuntimeException e) {
      findings.error(
          "width %s is refused by %s%s; refuse it by an IllegalArgumentException that says which"
              + " widths are possible",
          width, e, Clauses.place(e));
      return true;
    }
  }
}
