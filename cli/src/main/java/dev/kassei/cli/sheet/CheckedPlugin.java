package dev.kassei.cli.sheet;

import dev.kassei.testkit.Finding;
import dev.kassei.testkit.Finding.Severity;
import java.util.List;

/**
 * What was found out about one plugin.
 *
 * @param kind its family, such as {@code optimizer}
 * @param origin {@code built in}, the jar or folder that holds it, or {@code command line}
 */
public record CheckedPlugin(String name, String kind, String origin, List<Finding> findings) {
  public boolean hasErrors() {
    return count(Severity.ERROR) > 0;
  }

  /** How many were found, listed or not. */
  long count(Severity severity) {
    return findings.stream()
        .filter(finding -> finding.severity() == severity)
        .mapToLong(finding -> 1 + finding.more())
        .sum();
  }

  /** The worst that was found, in a word. */
  String verdict() {
    if (hasErrors()) {
      return "wrong";
    }
    return count(Severity.WARNING) > 0 ? "doubtful" : "fine";
  }
}
