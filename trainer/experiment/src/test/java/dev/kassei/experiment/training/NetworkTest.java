package dev.kassei.experiment.training;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kassei.api.Loss;
import dev.kassei.api.Model;
import dev.kassei.api.Target;
import dev.kassei.api.expr.Expr;
import dev.kassei.experiment.config.ExperimentException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A network that is too large for minutes of planning is refused at once. */
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class NetworkTest {
  private static final Target NUMBER = new Target(List.of("y"), List.of());
  private static final Model LINE = (input, outputs) -> input.rowSum();
  private static final Loss SQUARE =
      (prediction, target) -> prediction.minus(target).square().rowMean();

  private static Expr chain(Expr x) {
    Expr y = x;
    for (int i = 0; i < 300_000; i++) {
      y = y.sin();
    }
    return y;
  }

  private static void isRefused(Model model, Loss loss, String place) {
    assertThatThrownBy(() -> Network.of(model, loss, 2, NUMBER))
        .isInstanceOf(ExperimentException.class)
        .hasMessageMatching(
            place + ": this formula has 300,\\d\\d\\d nodes, but 100,000 are the most .*");
  }

  @Test
  void aModelOfTooManyNodesIsRefused() {
    isRefused((input, outputs) -> chain(LINE.apply(input, outputs)), SQUARE, "model");
  }

  @Test
  void aLayerOfTooManyNodesIsRefused() {
    isRefused(
        (input, outputs) -> LINE.apply(input, outputs).through("deep", NetworkTest::chain),
        SQUARE,
        "model");
  }

  @Test
  void aLossOfTooManyNodesIsRefused() {
    isRefused(LINE, (prediction, target) -> chain(SQUARE.apply(prediction, target)), "loss");
  }
}
