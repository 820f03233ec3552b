package dev.kassei.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.kassei.api.Activation;
import dev.kassei.api.expr.Expr;
import dev.kassei.testkit.Finding.Severity;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivationCheckTest {
  static Stream<Arguments> wrongPlugins() {
    return Stream.of(
        arguments(new Wrong.Anonymous(), ActivationCheck.PLUGIN, "is a public record"),
        arguments(new Wrong.Anonymous(), ActivationCheck.PLUGIN, "has no @PluginName"),
        arguments(new Wrong.BadName(), ActivationCheck.PLUGIN, "is named 'Bad Name'"),
        arguments(new Wrong.NoDefaults(1), ActivationCheck.PLUGIN, "to hold the defaults"),
        arguments(new Wrong.RefusedDefaults(1), ActivationCheck.PLUGIN, "must not be negative"),
        arguments(new Wrong.BadGain(), ActivationCheck.PLUGIN, "a gain is positive and finite"),
        arguments(new Wrong.ForeignPeer(), ActivationCheck.PLUGIN, "onnx is a BadGain"),
        arguments(new Wrong.Total(), ActivationCheck.SHAPES, "one row for each row"),
        arguments(new Wrong.Picky(), ActivationCheck.SHAPES, "it says: the width must be 17"),
        arguments(new Wrong.Clumsy(), ActivationCheck.SHAPES, "width 1 is refused by java.lang"),
        arguments(new Wrong.ShortRow(), ActivationCheck.EXTREMES, "ArrayIndexOutOfBounds"),
        arguments(new Wrong.Shared(), ActivationCheck.LEAVES, "'slope' does not belong"),
        arguments(new Wrong.Curious(), ActivationCheck.LEAVES, "reads the input 'target'"),
        arguments(new Wrong.Moody(), ActivationCheck.PURITY, "builds another formula"),
        arguments(new Wrong.Counting(), ActivationCheck.PURITY, "different values"),
        arguments(new Wrong.Squash(), ActivationCheck.EXTREMES, "value in float64 is NaN"),
        arguments(new Wrong.PlainGelu(), ActivationCheck.EXTREMES, "derivative in float32 is NaN"),
        arguments(new Wrong.FloatOverflow(), ActivationCheck.EXTREMES, "float32 is infinite"),
        arguments(new Wrong.Steep(), ActivationCheck.EXTREMES, "float64 is infinite at x = 30"),
        arguments(new Wrong.Swallowing(), ActivationCheck.NAN, "it must come out"),
        arguments(new Wrong.WrongGradient(), ActivationCheck.GRADIENT, "central differences"),
        arguments(new Wrong.BlindSpot(), ActivationCheck.KINKS, "= 0.0 the derivative is 0.0"),
        arguments(new Wrong.BatchCentred(), ActivationCheck.ROWS, "among the others but"),
        arguments(new Wrong.Cancelling(), ActivationCheck.FLOAT32, "in float32"),
        arguments(new Wrong.Ambiguous(), ActivationCheck.TEXT, "printed as x * x and read back"));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("wrongPlugins")
  void wrongPluginIsCaught(Activation plugin, ActivationCheck check, String message) {
    assertThat(check.run(plugin))
        .anySatisfy(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.ERROR);
              assertThat(finding.message()).contains(message);
            });
  }

  @Test
  void valuesOfAnEnormousRowAreNotComputed() {
    Activation padded = x -> x.pad(0, 1_000_000);
    assertThat(ActivationCheck.SHAPES.run(padded))
        .extracting(Finding::message)
        .containsExactly(
            "at width 4 a value has 1000000 numbers per row; values are checked up to 4096, so"
                + " nothing is known of these");
    assertThat(ActivationCheck.EXTREMES.run(padded)).isEmpty();
  }

  @Test
  void jumpIsReportedAsWarning() {
    List<Finding> findings = ActivationCheck.KINKS.run(new Wrong.Jump());
    assertThat(findings)
        .extracting(Finding::severity)
        .contains(Severity.WARNING)
        .doesNotContain(Severity.ERROR);
    assertThat(findings.get(0).message()).contains("the value jumps at x = 1.2345");
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 1e-6, 1e-8, 2e-9})
  void aJumpDownTo1e9OfTheLocalScaleIsFound(double height) {
    Activation step = x -> x.tanh().plus(x.times(2).greaterThan(2.469).times(height));
    assertThat(ActivationCheck.KINKS.run(step))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.message()).contains("the value jumps at x = 1.234");
            });
  }

  static Stream<Activation> functionsWithoutJumps() {
    return Stream.of(
        x -> x.max(0),
        x -> x.abs().sqrt(),
        x -> x.times(1e6).tanh(),
        x -> x.times(20).sin(),
        x -> x.minus(x.rowMean()),
        x -> x.exp());
  }

  @ParameterizedTest
  @MethodSource("functionsWithoutJumps")
  void whatIsSteepOrHasAKinkDoesNotJump(Activation activation) {
    assertThat(ActivationCheck.KINKS.run(activation))
        .filteredOn(finding -> finding.message().contains("jumps"))
        .isEmpty();
  }

  @Test
  void aRangeWithoutSlopeIsARemark() {
    Activation relu = x -> x.max(0);
    assertThat(ActivationCheck.DEAD.run(relu))
        .extracting(Finding::toString)
        .containsExactly(
            "REMARK dead: the derivative is 0 from x = -10.0 to 0.0: a unit that stays there"
                + " learns nothing");
    assertThat(ActivationCheck.DEAD.run(x -> x.times(x.sigmoid()))).isEmpty();
  }

  @Test
  void whatIsNotANumberIsFoundOnce() {
    assertThat(ActivationCheck.TEXT.run(x -> x.sqrt())).isEmpty();
    assertThat(ActivationCheck.EXTREMES.run(x -> x.sqrt())).isNotEmpty();
  }

  @Test
  void rightPluginsAreClean() {
    assertThat(Right.all().flatMap(right -> ActivationCheck.runAll(right).stream()))
        .noneMatch(finding -> finding.severity() != Severity.REMARK);
  }

  @Test
  void onlyTheFirstFindingOfAKindIsListedAndTheOthersCounted() {
    List<Finding> findings = ActivationCheck.GRADIENT.run(new Wrong.WrongGradient());
    assertThat(findings).hasSize(1);
    Finding only = findings.get(0);
    assertThat(only.more()).isGreaterThan(1000);
    assertThat(only).asString().endsWith(", and %s more of this kind".formatted(only.more()));
  }

  @Test
  void aSlopeThatIsNoNumberOnlyBeyond1e30IsAWarning() {
    Activation far = x -> x.times(x.times(1e-18).power(3).tanh());
    assertThat(ActivationCheck.EXTREMES.run(far))
        .extracting(Finding::severity)
        .containsOnly(Severity.WARNING);
    assertThat(ActivationCheck.EXTREMES.run(far).get(0).message())
        .startsWith("the derivative in float64 is NaN at x = 1.0E300");
  }

  @Test
  void whatReturnsNullIsToldSoOnce() {
    Activation absent = x -> Optional.<Expr>empty().orElse(null);
    assertThat(ActivationCheck.SHAPES.run(absent))
        .extracting(Finding::message)
        .containsExactly("apply returns null");
  }

  @Test
  void whatIsNotFiniteIsSaidOfTheRangeWhereItHolds() {
    assertThat(ActivationCheck.KINKS.run(x -> x.log()))
        .extracting(Finding::message)
        .containsExactly(
            "from x = -10.0 to -0.05 the value is NaN",
            "at x = 0.0 the value is -Infinity and the derivative Infinity");
  }

  @Test
  void aJumpAtZeroIsReportedOnce() {
    assertThat(ActivationCheck.KINKS.run(x -> x.sign()))
        .extracting(Finding::message)
        .singleElement()
        .asString()
        .startsWith("the value jumps at x = 0.0, ");
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.SECONDS)
  void whatIsTooLargeToComputeIsSaidOnce() {
    Activation deep =
        x -> {
          Expr y = x;
          for (int i = 0; i < 300_000; i++) {
            y = y.sin();
          }
          return y;
        };
    assertThat(ActivationCheck.runAll(deep))
        .extracting(Finding::message)
        .filteredOn(message -> message.contains("nodes"))
        .singleElement()
        .asString()
        .startsWith("this formula has 300,002 nodes, but 100,000 are the most");
  }

  @Test
  void whatIsRandomInInferenceIsSaidOnce() {
    Activation random = x -> x.plus(x.normal("noise").times(0.5));
    assertThat(ActivationCheck.runAll(random))
        .extracting(Finding::message)
        // which is no plugin but a lambda
        .filteredOn(message -> !message.contains("Lambda") && !message.contains("plugin"))
        .singleElement()
        .asString()
        .startsWith("it draws random numbers in inference, too");
  }

  @Test
  void aFormulaThatIsTooLongToBeReadIsLeftAlone() {
    Activation sum =
        x -> {
          Expr y = x;
          for (int i = 0; i < 1000; i++) {
            y = y.plus(x.times(i).tanh());
          }
          return y;
        };
    assertThat(ActivationCheck.TEXT.run(sum)).isEmpty();
  }

  @Test
  void precisionsAreWrittenAsInConfigurations() {
    assertThat(ActivationCheck.EXTREMES.run(x -> x.log()).get(0).message())
        .startsWith("the value in float64 is infinite at ");
  }
}
