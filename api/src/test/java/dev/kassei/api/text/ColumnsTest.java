package dev.kassei.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {
  @Test
  void wideCharactersTakeTwo() {
    assertThat(Columns.of("abc")).isEqualTo(3);
    assertThat(Columns.of("\u5168\u89d2\u306e\u30ab")).isEqualTo(8);
    assertThat(Columns.of("\u3000\uff1a\u3001")).isEqualTo(6);
    assertThat(Columns.of("\ud55c\uae00")).isEqualTo(4);
    assertThat(Columns.of("\ud83d\ude00")).isEqualTo(2);
  }

  @Test
  void halfWideAndCombiningOnesDoNot() {
    assertThat(Columns.of("\uff76\uff85")).isEqualTo(2);
    assertThat(Columns.of("\u00e9\u00d7\u03c3")).isEqualTo(3);
    assertThat(Columns.of("e\u0301")).isEqualTo(1);
  }
}
