package dev.kassei.engine.plan;

/** What a plan can be asked to compute; all work on the same buffers. */
public enum Entry {
  /** The responses of the batch. */
  PREDICT,
  /** The responses and the loss of each row, as in inference. */
  EVALUATE,
  /** The parameters as inference uses them, where that is not how training does. */
  INFERENCE_WEIGHTS,
  /** The mean loss, as in training. */
  LOSS,
  /** The mean loss and its gradients, as in training. */
  GRADIENT,
  /** The next states of layers, in a step that takes gradients more than once. */
  ADVANCE,
  /** The gradients of the batches of a step, added up. */
  ACCUMULATE,
  /** The weights, moved aside to where the gradients of the step are taken. */
  PERTURB,
  /** The next parameters and states, from the gradients of the entries before; ends the step. */
  UPDATE;

  /** Whether it takes what GRADIENT has computed, of which it computes nothing again. */
  boolean followsGradient() {
    return compareTo(GRADIENT) > 0;
  }
}
