package dev.kassei.cli;

import dev.kassei.trainer.engine.plan.Profile;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Prints a profile: the steps that take most time first. */
record ProfileOutput(Profile profile) {
  private static final int LONGEST = 48;

  void print(PrintWriter out) {
    List<Profile.Line> lines =
        profile.lines().stream()
            .sorted(Comparator.comparingDouble(Profile.Line::seconds).reversed())
            .toList();
    double all = lines.stream().mapToDouble(Profile.Line::seconds).sum();
    out.println();
    var table =
        new TextTable(
            "entry", "layers", "operations", "result", "calls", "ms", "%", "GFLOP/s", "GB/s");
    for (Profile.Line line : lines) {
      table.add(
          line.entry().name().toLowerCase(Locale.ROOT),
          shortened(line.layers()),
          shortened(line.operation()),
          line.shape(),
          Long.toString(line.calls()),
          number("%.2f", line.seconds() * 1e3),
          number("%.1f", 100 * line.seconds() / all),
          number("%.2f", line.operations() / line.seconds() * 1e-9),
          number("%.2f", line.bytes() / line.seconds() * 1e-9));
    }
    table.print(out);
    out.println(number("%.2f ms in all", all * 1e3));
    out.println();
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
