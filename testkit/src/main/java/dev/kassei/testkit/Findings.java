package dev.kassei.testkit;

import dev.kassei.testkit.Finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Gathers the findings of one check: the first few of each severity, and how many were left out.
 */
final class Findings {
  private static final int SHOWN = 3;

  private final String check;
  private final List<Finding> errors = new ArrayList<>();
  private final List<Finding> warnings = new ArrayList<>();

  Findings(String check) {
    this.check = check;
  }

  /** A breach of the contract; the message is in the syntax of {@link String#format}. */
  void error(String message, Object... values) {
    errors.add(finding(Severity.ERROR, message, values));
  }

  /** Something that may be meant so. */
  void warning(String message, Object... values) {
    warnings.add(finding(Severity.WARNING, message, values));
  }

  private Finding finding(Severity severity, String message, Object... values) {
    return new Finding(severity, check, String.format(Locale.ROOT, message, values));
  }

  List<Finding> list() {
    var all = new ArrayList<>(shortened(errors, Severity.ERROR));
    all.addAll(shortened(warnings, Severity.WARNING));
    return List.copyOf(all);
  }

  private List<Finding> shortened(List<Finding> findings, Severity severity) {
    if (findings.size() <= SHOWN) {
      return findings;
    }
    var some = new ArrayList<>(findings.subList(0, SHOWN));
    some.add(finding(severity, "and %s more of this kind", findings.size() - SHOWN));
    return some;
  }
}
