package dev.kassei.trainer.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kassei.api.Initializer;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Mode;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Shape;
import org.junit.jupiter.api.Test;

class GraphBuilderTest {
  private static final Initializer ZERO = (fans, draws, index) -> 0;
  private static final Shape PAIR = Shape.fixed(1, 2);
  private static final Expr X = Expr.input("x", Shape.batch(2));

  @Test
  void aParameterAndAStateOfOneNameAreRefused() {
    Expr inner = X.at("hidden.0").parameter("mean", PAIR, ZERO);
    Expr outer = X.at("hidden").state("0.mean", PAIR, 1);
    var graph = new GraphBuilder();
    graph.add(X.plus(inner), Mode.TRAINING);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> graph.add(X.plus(outer), Mode.INFERENCE))
        .withMessageStartingWith(
            "'hidden.0.mean' is declared twice and differently: in 'hidden.0' as 1 × 2"
                + " Parameter[name=hidden.0.mean,")
        .withMessageEndingWith(
            " and in 'hidden' as 1 × 2 State[name=hidden.0.mean, initial=1.0]; give one of them"
                + " another name");
  }

  @Test
  void noiseMayHaveTheNameOfATensor() {
    Expr y = X.plus(X.parameter("noise", PAIR, ZERO)).plus(X.uniform("noise", 0, 1));
    var graph = new GraphBuilder();
    graph.add(y, Mode.TRAINING);
    assertThat(graph.build().nodes()).hasSize(5);
  }

  @Test
  void aStateThatIsOnlyWrittenIsPartOfTheGraph() {
    Expr state = X.state("sum", PAIR, 3);
    var graph = new GraphBuilder();
    graph.add(X.updating(state, X.columnSum()), Mode.TRAINING);

    assertThat(graph.build().updates()).containsOnlyKeys("sum");
    assertThat(graph.build().nodes()).extracting(Node::operation).contains(Operation.STATE);
  }

  @Test
  void aStateThatIsOnlyWrittenIsNoPartOfInference() {
    Expr state = X.state("sum", PAIR, 3);
    var graph = new GraphBuilder();
    graph.add(X.updating(state, X.columnSum()), Mode.INFERENCE);

    assertThat(graph.build().updates()).isEmpty();
    assertThat(graph.build().nodes()).extracting(Node::operation).containsExactly(Operation.INPUT);
  }
}
