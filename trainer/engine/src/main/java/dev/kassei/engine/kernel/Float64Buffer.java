package dev.kassei.engine.kernel;

/** A buffer of float64 numbers. */
public final class Float64Buffer implements Buffer {
  final double[] values;

  Float64Buffer(int size) {
    values = new double[size + PADDING];
  }

  /** The numbers themselves and {@link #PADDING} more. */
  public double[] values() {
    return values;
  }

  @Override
  public double get(int index) {
    return values[index];
  }

  @Override
  public void set(int index, double value) {
    values[index] = value;
  }

  @Override
  public void spread(int index, int step, double[] from, int first, int count) {
    if (step == 1) {
      copy(index, from, first, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      values[index + i * step] = from[first + i];
    }
  }

  private void copy(int index, double[] from, int first, int count) {
    System.arraycopy(from, first, values, index, count);
  }
}
