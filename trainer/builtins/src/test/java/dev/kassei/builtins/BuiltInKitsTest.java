package dev.kassei.builtins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.testkit.Finding.Severity;
import dev.kassei.testkit.Kits;
import org.junit.jupiter.api.Test;

class BuiltInKitsTest {
  @Test
  void everyPluginKeepsTheContractOfItsFamily() {
    assertThat(Kits.ALL.stream().flatMap(kit -> BuiltIn.of(kit.type())))
        .isNotEmpty()
        .allSatisfy(
            plugin ->
                assertThat(Kits.check(plugin).orElseThrow())
                    .noneMatch(finding -> finding.severity() == Severity.ERROR));
  }
}
