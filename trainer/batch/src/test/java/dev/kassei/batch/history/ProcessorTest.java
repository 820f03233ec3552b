package dev.kassei.batch.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessorTest {
  @Test
  void linuxDescribesEachProcessor() {
    List<String> lines =
        List.of(
            "processor\t: 0",
            "vendor_id\t: AuthenticAMD",
            "cpu family\t: 25",
            "model\t\t: 17",
            "model name\t: AMD EPYC 9654 96-Core Processor",
            "flags\t\t: fpu avx2 avx512f",
            "",
            "processor\t: 1",
            "model name\t: AMD EPYC 9654 96-Core Processor",
            "flags\t\t: fpu avx2 avx512f",
            "");
    var processor = Processor.of(lines);
    assertThat(processor.model()).isEqualTo("AMD EPYC 9654 96-Core Processor (family 25 model 17)");
    assertThat(processor.count()).isEqualTo(2);
    assertThat(processor.features()).containsExactlyInAnyOrder("fpu", "avx2", "avx512f");
  }

  @Test
  void onArmItsNumbersAreItsName() {
    var processor =
        Processor.of(List.of("processor\t: 0", "CPU implementer\t: 0x41", "CPU part\t: 0xd40"));
    assertThat(processor.model()).isEqualTo("ARM (implementer 0x41 part 0xd40)");
  }

  @Test
  void itMayBeCalledNothingAndHaveFeatures() {
    var processor = Processor.of(List.of("processor\t: 0", "Features\t: fp asimd sve", ""));
    assertThat(processor.model()).isEmpty();
    assertThat(processor.features()).contains("asimd");
  }

  @Test
  void whereNothingIsSaidNothingIsKnown() {
    var processor = Processor.of(List.of());
    assertThat(processor.count()).isZero();
    assertThat(processor.features()).isEmpty();
  }
}
