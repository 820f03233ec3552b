package dev.kassei.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kassei.api.Activation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ActivationContractTest implements ActivationContract {
  @Override
  public Stream<Activation> activations() {
    return Right.all();
  }

  @Test
  void eachClauseIsATest() {
    assertThat(tests(new Right.Trained()))
        .extracting(DynamicTest::getDisplayName)
        .hasSameSizeAs(ActivationCheck.values())
        .contains("treats each row alone");
  }

  @Test
  void errorsFailTheTestWithTheirMessages() {
    assertThatThrownBy(test(new Wrong.BatchCentred(), ActivationCheck.ROWS)::execute)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("ERROR rows: the value of row 0 of 37");
  }

  @Test
  void warningsPass() {
    assertThatCode(test(new Wrong.Jump(), ActivationCheck.KINKS)::execute)
        .doesNotThrowAnyException();
  }

  private static Executable test(Activation activation, ActivationCheck check) {
    return tests(activation).stream()
        .filter(test -> test.getDisplayName().equals(check.promise()))
        .findFirst()
        .orElseThrow()
        .getExecutable();
  }

  private static List<DynamicTest> tests(Activation activation) {
    ActivationContract contract = () -> Stream.of(activation);
    var container = (DynamicContainer) contract.keepsTheContract().findFirst().orElseThrow();
    return container.getChildren().map(DynamicTest.class::cast).toList();
  }
}
