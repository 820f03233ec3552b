package dev.kassei.engine.kernel.vector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Precision;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("slow")
@Tag("vectors")
class AllocationTest {
  @ParameterizedTest
  @EnumSource
  void nothingIsAllocatedOnceCompiled(Precision precision) throws IOException {
    assertThat(Allocation.inJvmOfItsOwn(precision).strip()).isEqualTo("tried all");
  }
}
