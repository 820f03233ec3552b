package dev.kassei.testkit;

import dev.kassei.api.Precision;
import dev.kassei.testkit.Finding.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Gathers the findings of one check: the first of each kind, which says how many more there are.
 */
final class Findings {
  private final String check;
  private final Map<Kind, Set<Finding>> kinds = new LinkedHashMap<>();

  Findings(String check) {
    this.check = check;
  }

  /** Findings of one kind differ only in the values that were found. */
  private record Kind(Severity severity, String message) {}

  /** A breach of the contract; the message is in the syntax of {@link String#format}. */
  void error(String message, Object... values) {
    add(Severity.ERROR, message, values);
  }

  /** Something that may be meant so. */
  void warning(String message, Object... values) {
    add(Severity.WARNING, message, values);
  }

  /** A property that is no fault. */
  void remark(String message, Object... values) {
    add(Severity.REMARK, message, values);
  }

  private void add(Severity severity, String message, Object... values) {
    kinds
        .computeIfAbsent(new Kind(severity, message), kind -> new LinkedHashSet<>())
        .add(finding(severity, message, values));
  }

  private Finding finding(Severity severity, String message, Object... values) {
    Object[] said = Arrays.stream(values).map(Findings::said).toArray();
    return new Finding(severity, check, String.format(Locale.ROOT, message, said));
  }

  /** Precisions are written as in configurations. */
  private static Object said(Object value) {
    return value instanceof Precision precision ? precision.name().toLowerCase(Locale.ROOT) : value;
  }

  /** Errors first. */
  List<Finding> list() {
    var all = new ArrayList<Finding>();
    for (Severity severity : Severity.values()) {
      kinds.forEach(
          (kind, findings) -> {
            if (kind.severity() == severity) {
              all.add(counted(List.copyOf(findings)));
            }
          });
    }
    return List.copyOf(all);
  }

  private static Finding counted(List<Finding> findings) {
    return findings.get(0).and(findings.size() - 1);
  }
}
