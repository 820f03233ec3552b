package dev.kassei.cli.sheet;

import dev.kassei.experiment.training.StepTime;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Prints a profile: the steps that take most time first. */
public record ProfileOutput(List<StepTime> steps) {
  private static final int LONGEST = 48;

  public void print(PrintWriter out) {
    List<StepTime> lines =
        steps.stream().sorted(Comparator.comparingDouble(StepTime::seconds).reversed()).toList();
    double all = lines.stream().mapToDouble(StepTime::seconds).sum();
    out.println();
    var table =
        new TextTable(
            "entry", "layers", "operations", "result", "calls", "ms", "%", "GFLOP/s", "GB/s");
    for (StepTime line : lines) {
      table.add(
          line.entry(),
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
