package dev.kassei.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTest {
  @Test
  void isAsWideAsTheSystemSays() {
    assertThat(Terminal.columns("24 132\n")).isEqualTo(132);
    assertThat(Terminal.columns("24 3\n")).isEqualTo(20);
  }

  @Test
  void isAsWideAsUsualWhereTheSystemDoesNotKnow() {
    assertThat(Terminal.columns("0 0\n")).isEqualTo(80);
    assertThat(Terminal.columns("")).isEqualTo(80);
  }

  @Test
  void aFileHasRoomForAnyLine() {
    assertThat(Terminal.outputColumns()).isEqualTo(Terminal.ANY);
  }
}
