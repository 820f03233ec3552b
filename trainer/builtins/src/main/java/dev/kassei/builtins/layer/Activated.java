package dev.kassei.builtins.layer;

import dev.kassei.api.Activation;
import dev.kassei.api.expr.Expr;
import java.util.Optional;

/** What a layer with an activation of its own returns. */
final class Activated {
  private Activated() {}

  static Expr of(Expr y, Optional<Activation> activation) {
    return activation.map(each -> y.through("activation", each)).orElse(y);
  }
}
