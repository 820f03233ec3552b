package dev.kassei.engine.kernel;

/** A buffer of float32 numbers. */
public final class Float32Buffer implements Buffer {
  final float[] values;

  Float32Buffer(int size) {
    values = new float[size + PADDING];
  }

  /** The numbers themselves and {@link #PADDING} more. */
  public float[] values() {
    return values;
  }

  @Override
  public double get(int index) {
    return values[index];
  }

  @Override
  public void set(int index, double value) {
    values[index] = (float) value;
  }

  @Override
  public void spread(int index, int step, double[] from, int first, int count) {
    if (step == 1) {
      copy(index, from, first, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      values[index + i * step] = (float) from[first + i];
    }
  }

  private void copy(int index, double[] from, int first, int count) {
    for (int i = 0; i < count; i++) {
      values[index + i] = (float) from[first + i];
    }
  }
}
