package dev.kassei.builtins.initializer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.api.Activation;
import dev.kassei.api.Initializer;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Gain;
import dev.kassei.api.expr.InitialValues.Fans;
import dev.kassei.api.value.Draws;
import dev.kassei.engine.random.CountedDraws;
import dev.kassei.engine.random.Purpose;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GainTest {
  private record Published() implements Activation {
    @Override
    public Expr apply(Expr x) {
      return x.max(0);
    }

    @Override
    public OptionalDouble gain() {
      return OptionalDouble.of(2);
    }
  }

  private record Formula() implements Activation {
    @Override
    public Expr apply(Expr x) {
      return x.max(0);
    }
  }

  private record OfRows() implements Activation {
    @Override
    public Expr apply(Expr x) {
      return x.over(x.rowSum());
    }
  }

  private static Gain before(Activation activation) {
    return new Auto().before(activation).weightGain().orElseThrow();
  }

  @Test
  void autoSaysWhereItsGainComesFrom() {
    assertThat(before(new Published()))
        .isEqualTo(new Gain(2, Gain.Source.PUBLISHED, Optional.of("Published")));
    assertThat(before(new OfRows()))
        .isEqualTo(new Gain(1, Gain.Source.ASSUMED, Optional.of("OfRows")));
    assertThat(new Auto().weightGain())
        .hasValue(new Gain(1, Gain.Source.ASSUMED, Optional.empty()));
    Gain computed = before(new Formula());
    assertThat(computed.source()).isEqualTo(Gain.Source.COMPUTED);
    assertThat(computed.value()).isCloseTo(Math.sqrt(2), within(1e-9));
  }

  /** With as many outputs as inputs, the deviation times √inputs is the gain of every rule. */
  @Test
  void gainsAreDeviationsTimesTheRootOfInputs() {
    Draws draws = CountedDraws.of(1, Purpose.WEIGHTS, "w", 0);
    var fans = new Fans(64, 64);
    List<Initializer> all =
        List.of(
            new HeNormal(),
            new HeUniform(),
            new LecunNormal(),
            new LecunUniform(),
            new GlorotNormal(),
            new GlorotUniform(),
            new TorchDefault(),
            new Auto().before(new Published()));
    for (Initializer each : all) {
      double square =
          LongStream.range(0, 40_000)
              .mapToDouble(index -> each.value(fans, draws, index))
              .map(value -> value * value)
              .average()
              .orElseThrow();
      assertThat(Math.sqrt(square * 64))
          .as(each.toString())
          .isCloseTo(each.weightGain().orElseThrow().value(), within(0.02));
    }
    assertThat(new Zeros().weightGain()).isEmpty();
  }
}
