package dev.kassei.cli.sheet;

import dev.kassei.experiment.training.StepTime;
import dev.kassei.results.text.Rounded;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;

/** Prints a profile: the steps that take most time first. */
public record ProfileOutput(List<StepTime> steps) {
  private static final int MAX_LENGTH = 48;

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
          decimals(2, line.seconds() * 1e3),
          decimals(1, 100 * line.seconds() / all),
          decimals(2, line.operations() / line.seconds() * 1e-9),
          decimals(2, line.bytes() / line.seconds() * 1e-9));
    }
    table.print(out);
    out.println(decimals(2, all * 1e3) + " ms in all");
    out.println();
  }

  private static String shortened(String text) {
    return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH - 1) + "…";
  }

  private static String decimals(int decimals, double value) {
    return Rounded.CONSOLE.decimals(value, decimals);
  }
}
