package dev.kassei.engine.plan;

/** What a plan can be asked to compute; all work on the same buffers. */
public enum Entry {
  /** The responses of the batch. */
  PREDICT,
  /** The responses and the loss of each row, as in inference. */
  EVALUATE,
  /** The mean loss and its gradients, as in training. */
  GRADIENT,
  /** The next parameters and states, from the gradients of the entry before; ends the step. */
  UPDATE,
  /** The parameters as inference uses them, where that is not how training does. */
  INFERENCE_WEIGHTS
}
