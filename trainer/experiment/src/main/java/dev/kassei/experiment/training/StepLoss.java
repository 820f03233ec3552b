package dev.kassei.experiment.training;

/** The mean loss of the rows of a step. That of a single mini-batch is kept to the bit. */
final class StepLoss {
  private double mean;
  private double weight;
  private int rows;

  void restart() {
    mean = 0;
    weight = 0;
    rows = 0;
  }

  /**
   * Takes a mini-batch.
   *
   * @param loss the mean loss of its rows
   * @param itsWeight how much they count together
   */
  void add(double loss, double itsWeight, int itsRows) {
    weight += itsWeight;
    mean = rows == 0 ? loss : mean + (loss - mean) * (itsWeight / weight);
    rows += itsRows;
  }

  double mean() {
    return mean;
  }

  int rows() {
    return rows;
  }
}
