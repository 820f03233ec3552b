package dev.kassei.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class StatusLineTest {
  private final StringWriter err = new StringWriter();
  private int columns = 20;
  private long now;

  private StatusLine line() {
    return new StatusLine(new PrintWriter(err), true, () -> columns, () -> now);
  }

  @Test
  void isWrittenOverAndErasedWithoutALineEnd() {
    var line = line();
    line.show("trials 100/200");
    line.show("runs 1/3");
    line.clear();
    line.clear();
    assertThat(err).hasToString("\rtrials 100/200\rruns 1/3      \r        \r");
  }

  @Test
  void leavesTheLastColumnFree() {
    line().show("0123456789012345678");
    line().show("01234567890123456789");
    assertThat(err).hasToString("\r0123456789012345678\r012345678901234567…");
  }

  @Test
  void showsTheFirstTextThatFits() {
    line().show("trials 1/2, by worker 3, 4", "trials 1/2, 7/s", "trials 1/2");
    line().show("0123456789012345678901", "trials 1/2, by worker 3");
    assertThat(err).hasToString("\rtrials 1/2, 7/s\rtrials 1/2, by wor…");
  }

  @Test
  void noticesThatTheTerminalBecameNarrower() {
    var line = line();
    line.show("01234567890123456");
    columns = 10;
    now += 5_000_000_000L;
    err.getBuffer().setLength(0);
    line.show("01234567890123456");
    line.clear();
    assertThat(err).hasToString("\r01234567…\r         \r");
  }

  @Test
  void isSilentWithoutATerminal() {
    var line = new StatusLine(new PrintWriter(err), false, () -> 80, () -> 0);
    line.show("trials 1/2");
    line.clear();
    assertThat(err.toString()).isEmpty();
  }
}
