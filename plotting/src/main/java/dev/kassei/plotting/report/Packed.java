package dev.kassei.plotting.report;

import dev.kassei.plotting.axis.Interval;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Numbers for the viewer, small enough to be mailed; those that cannot be drawn are holes. */
final class Packed {
  private static final int FEW = 16;
  private static final int HOLE = 0xffff;
  private static final double STEPS = 0xfffe;

  private Packed() {}

  /** Numbers to seven digits of their range; few numbers and equal distances exactly. */
  static Object of(double[] values) {
    if (values.length <= FEW) {
      return few(values);
    }
    double step = values[1] - values[0];
    if (isRegular(values, step)) {
      return new Fields()
          .put("first", values[0])
          .put("step", step)
          .put("count", values.length)
          .map();
    }
    Interval range = Interval.of(values);
    ByteBuffer bytes = buffer(Float.BYTES * values.length);
    for (double value : values) {
      double fraction = range.size() > 0 ? range.fraction(value) : 0;
      bytes.putFloat(Interval.isDrawable(value) ? (float) fraction : Float.NaN);
    }
    return packed("float32", range.low(), range.size(), bytes);
  }

  private static List<Double> few(double[] values) {
    List<Double> list = new ArrayList<>();
    for (double value : values) {
      list.add(Interval.isDrawable(value) ? value : Double.NaN);
    }
    return list;
  }

  private static boolean isRegular(double[] values, double step) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] != values[0] + i * step || !Interval.isDrawable(values[i])) {
        return false;
      }
    }
    return true;
  }

  /** Numbers in 65,534 equal steps of an interval that they lie in. */
  static Object of(double[] values, Interval range) {
    ByteBuffer bytes = buffer(Short.BYTES * values.length);
    for (double value : values) {
      double fraction = range.size() > 0 ? range.fraction(value) : 0;
      bytes.putShort((short) (Interval.isDrawable(value) ? Math.rint(fraction * STEPS) : HOLE));
    }
    return packed("uint16", range.low(), range.size() / STEPS, bytes);
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static Object packed(String type, double low, double scale, ByteBuffer bytes) {
    ByteBuffer digits = Base64.getEncoder().encode(bytes.flip());
    String text = StandardCharsets.US_ASCII.decode(digits).toString();
    return new Fields().put("low", low).put("scale", scale).put(type, text).map();
  }
}
