package dev.kassei.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
  private final StringWriter err = new StringWriter();
  private long now;

  private ProgressBar bar(boolean terminal) {
    var line = new StatusLine(new PrintWriter(err), terminal, () -> 80, () -> now);
    return new ProgressBar(line, 8, () -> now);
  }

  private void pass(int milliseconds) {
    now += milliseconds * 1_000_000L;
  }

  @Test
  void showsHowManyAreDone() {
    var bar = bar(true);
    pass(100);
    bar.show(2);
    assertThat(err).hasToString("\r[##########                              ] 2/8");
  }

  @Test
  void isDrawnAtMostTenTimesASecond() {
    var bar = bar(true);
    bar.show(0);
    bar.show(1);
    pass(100);
    bar.show(2);
    pass(99);
    bar.show(3);
    pass(1);
    bar.show(4);
    assertThat(err.toString()).contains("0/8", "2/8", "4/8").doesNotContain("1/8", "3/8");
  }

  @Test
  void leavesAnEmptyLine() {
    var bar = bar(true);
    pass(100);
    bar.show(8);
    int length = err.toString().length() - 1;
    bar.clear();
    bar.clear();
    assertThat(err.toString().split("\r", -1))
        .satisfies(parts -> assertThat(parts[2]).isBlank().hasSizeGreaterThanOrEqualTo(length))
        .hasSize(4)
        .endsWith("");
  }

  @Test
  void isSilentWhereThereIsNoTerminal() {
    var bar = bar(false);
    pass(1000);
    bar.show(4);
    bar.clear();
    assertThat(err.toString()).isEmpty();
  }
}
