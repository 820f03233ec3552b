package dev.kassei.batch.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.results.text.Noun;
import org.junit.jupiter.api.Test;

class NounTest {
  @Test
  void oneIsOneAndAllOthersAreMany() {
    var index = new Noun("index", "indices");

    assertThat(index.count(0)).isEqualTo("0 indices");
    assertThat(index.count(1)).isEqualTo("1 index");
    assertThat(index.count(2)).isEqualTo("2 indices");
  }
}
