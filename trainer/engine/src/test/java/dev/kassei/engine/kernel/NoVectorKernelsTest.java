package dev.kassei.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Precision;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs in a JVM without the module jdk.incubator.vector. */
@Tag("no-vectors")
class NoVectorKernelsTest {
  @ParameterizedTest
  @EnumSource
  void vectorKernelsAreAbsentWithoutTheirModule(Precision precision) {
    assertThat(Kernels.vector(precision)).isEmpty();
  }
}
