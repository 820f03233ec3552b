package dev.kassei.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Shape;
import dev.kassei.engine.plan.Entry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LayerProgramTest {
  private static final Offset<Double> CLOSE = within(1e-6);
  private static final Expr X = Expr.input("x", Shape.batch(2));

  private static Optional<LayerProgram.Response> response(UnaryOperator<Expr> layer) {
    Expr y = X.through("layer", layer);
    return LayerProgram.of(y.rowSum()).layers().get(0).response();
  }

  @Test
  void elementwiseFunctionsAreActivations() {
    assertThat(response(x -> x.max(0))).get().extracting("elementwise").isEqualTo(true);
    assertThat(response(Expr::sigmoid)).get().extracting("elementwise").isEqualTo(true);
    assertThat(
            response(x -> x.times(x.parameter("b", Shape.fixed(1, 2), (f, d, i) -> 1)).sigmoid()))
        .get()
        .extracting("elementwise")
        .isEqualTo(true);
  }

  @Test
  void functionsOfRowsAreActivationsThatAreNotElementwise() {
    assertThat(response(x -> x.exp().over(x.exp().rowSum())))
        .get()
        .extracting("elementwise")
        .isEqualTo(false);
    assertThat(response(x -> x.columns(0, 1).times(x.columns(1, 2).sigmoid())))
        .hasValue(new LayerProgram.Response("response layer", 2, false));
  }

  @Test
  void whatIsInProportionToItsInputOrMixesRowsIsNoActivation() {
    assertThat(response(x -> x.times(2))).isEmpty();
    assertThat(response(x -> x.times(x.uniform("mask", 0, 1).greaterThan(0.5)))).isEmpty();
    assertThat(response(x -> x.minus(x.columnMean()))).isEmpty();
    assertThat(response(x -> x.matmul(x.weights("w", 2, 2, (f, d, i) -> 1)).max(0))).isEmpty();
  }

  /** relu(x·w) → sum; two rows, of which both make the second unit negative. */
  @Test
  void aProgramShowsWhatEachLayerTakesInReturnsAndLearnsFrom() {
    Expr hidden = X.through("hidden", x -> x.matmul(x.weights("w", 2, 2, (f, d, i) -> 1)));
    Expr active = hidden.through("active", x -> x.max(0));
    var program = LayerProgram.of(active.times(3).rowSum());
    var plan = new SoloPlan(program.program(), 2);
    plan.start(Map.of("hidden.w", new double[] {1, -1, 2, -2}), 0);
    plan.prepare(Map.of("x", new double[] {1, 2, 3, 4}), 0, 2);
    Map<String, double[]> values = plan.run(Entry.GRADIENT, 2);

    assertThat(program.layers())
        .extracting(LayerProgram.Layer::path)
        .containsExactly("hidden", "active");
    assertThat(program.layers().get(0).response()).isEmpty();
    assertThat(program.layers().get(0).parameters()).containsExactly("gradient.hidden.w");
    assertThat(values.get("input hidden")).containsExactly(1, 2, 3, 4);
    assertThat(values.get("output hidden")).containsExactly(5, -5, 11, -11);
    assertThat(values.get("output active")).containsExactly(5, 0, 11, 0);
    assertThat(values.get("response active")).containsExactly(1, 0, 1, 0);
    assertThat(values.get("gradient active")).containsExactly(3, 3, 3, 3);
    assertThat(values.get("gradient hidden")).containsExactly(3, 0, 3, 0);
    assertThat(values.get("gradient.hidden.w")).containsExactly(12, 0, 18, 0);
  }

  @Test
  void penaltiesCountOncePerRow() {
    Expr y =
        X.through(
            "layer",
            x -> {
              Expr w = x.parameter("w", Shape.SCALAR, (f, d, i) -> 1);
              return x.times(w).penalized(w.square());
            });
    var program = LayerProgram.of(y.rowSum());
    var plan = new SoloPlan(program.program(), 2);
    plan.start(Map.of("layer.w", new double[] {5}), 0);
    plan.prepare(Map.of("x", new double[] {1, 2, 3, 4}), 0, 2);
    assertThat(plan.run(Entry.GRADIENT, 2).get("gradient.layer.w")).containsExactly(10 + 2 * 10);
  }

  @Test
  void whatNothingDependsOnHasTheResponseZero() {
    Expr softmax = X.through("softmax", x -> x.exp().over(x.exp().rowSum()));
    assertThat(response(softmax, 0.5, 0.25)).doesNotContain(0);
    Expr first = X.through("first", x -> x.columns(0, 1).tanh());
    assertThat(response(first, 0.5, 0.25)[0]).isNotZero();
    assertThat(response(first, 0.5, 0.25)[1]).isZero();
  }

  private static double[] response(Expr layer, double... x) {
    var program = LayerProgram.of(layer.rowSum());
    var plan = new SoloPlan(program.program(), 1);
    plan.prepare(Map.of("x", x), 0, 1);
    String name = program.layers().get(0).response().orElseThrow().name();
    return plan.run(Entry.GRADIENT, 1).get(name);
  }

  @Test
  void gradientsOfALayerThatTheLossDoesNotNeedAreZero() {
    Expr unused = X.through("unused", Expr::tanh).detached();
    Expr losses = X.through("used", Expr::tanh).plus(unused).rowSum();
    var program = LayerProgram.of(losses);
    var plan = new SoloPlan(program.program(), 1);
    plan.prepare(Map.of("x", new double[] {0, 0.5}), 0, 1);
    Map<String, double[]> values = plan.run(Entry.GRADIENT, 1);
    assertThat(List.of(values.get("gradient unused")[0], values.get("gradient unused")[1]))
        .containsOnly(0.0);
    assertThat(values.get("gradient used")[0]).isCloseTo(1, CLOSE);
  }
}
