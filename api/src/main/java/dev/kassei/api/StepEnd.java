package dev.kassei.api;

import org.apiguardian.api.API;

/**
 * A step that was taken: of one mini-batch, of several with {@code training.accumulate}, or of all
 * rows by a minimizer.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class StepEnd {
  private final long step;
  private final int epoch;
  private final int rows;
  private final double loss;

  /**
   * A step.
   *
   * @param step its number from 1, over all epochs
   * @param epoch from 0
   * @param rows how many rows it saw
   * @param loss their mean loss before the update, penalties included
   */
  public StepEnd(long step, int epoch, int rows, double loss) {
    this.step = step;
    this.epoch = epoch;
    this.rows = rows;
    this.loss = loss;
  }

  /** Its number from 1, over all epochs. */
  public long step() {
    return step;
  }

  /** The epoch that it belongs to, from 0. */
  public int epoch() {
    return epoch;
  }

  /** How many rows it saw. */
  public int rows() {
    return rows;
  }

  /** The mean loss of its rows before the update, with what penalties add. */
  public double loss() {
    return loss;
  }

  @Override
  public String toString() {
    return "step %s of epoch %s: loss %s of %s rows".formatted(step, epoch, loss, rows);
  }
}
