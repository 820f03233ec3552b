package dev.kassei.api;

import dev.kassei.api.expr.Expr;
import org.apiguardian.api.API;

/** What training minimises: one value per row, of which the trainer takes the mean. */
@API(status = API.Status.STABLE, since = "0.1")
public interface Loss {
  /**
   * The loss of each row.
   *
   * @param prediction what the model returns, batch × outputs
   * @param target what the data says, batch × 1 or batch × outputs; classes are numbered from 0
   * @return batch × 1
   * @throws IllegalArgumentException if the prediction does not suit, for example a sigmoid before
   *     a loss that takes logits
   */
  Expr apply(Expr prediction, Expr target);

  /**
   * The number of columns that the model must predict for such a target.
   *
   * @throws IllegalArgumentException if this loss cannot learn the target
   */
  default int outputs(Target target) {
    return target.columns();
  }

  /** Whether labels that could be classes or numbers are meant as numbers where this loss is. */
  default boolean prefersNumbers() {
    return false;
  }

  /**
   * Refuses targets that this loss cannot learn, where {@link #outputs} could not know them.
   *
   * @param targets rows × target columns, row by row; must not be modified
   * @throws IllegalArgumentException if one of them is impossible for this loss
   */
  default void check(Target target, double[] targets) {}

  /**
   * What a reader of the predictions expects: probabilities where the model returns logits. By
   * default the prediction itself.
   */
  default Expr response(Expr prediction) {
    return prediction;
  }
}
