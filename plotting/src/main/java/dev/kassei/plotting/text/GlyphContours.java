package dev.kassei.plotting.text;

import java.awt.geom.Path2D;
import java.nio.ByteBuffer;

/** The closed curves of a simple glyph, read from the table glyf. */
final class GlyphContours {
  private static final int ON_CURVE = 0x01;
  private static final int X_IS_BYTE = 0x02;
  private static final int Y_IS_BYTE = 0x04;
  private static final int REPEATS = 0x08;
  private static final int X_SAME_OR_POSITIVE = 0x10;
  private static final int Y_SAME_OR_POSITIVE = 0x20;

  private final int[] ends;
  private final int[] flags;
  private final int[] x;
  private final int[] y;

  private GlyphContours(int[] ends, int[] flags, int[] x, int[] y) {
    this.ends = ends;
    this.flags = flags;
    this.x = x;
    this.y = y;
  }

  /** Reads from behind the header of a glyph. */
  static Path2D read(ByteBuffer data, int contours) {
    int[] ends = new int[contours];
    for (int i = 0; i < contours; i++) {
      ends[i] = Short.toUnsignedInt(data.getShort());
    }
    int instructions = Short.toUnsignedInt(data.getShort());
    data.position(data.position() + instructions);
    int[] flags = flags(data, contours == 0 ? 0 : ends[contours - 1] + 1);
    int[] x = coordinates(data, flags, X_IS_BYTE, X_SAME_OR_POSITIVE);
    int[] y = coordinates(data, flags, Y_IS_BYTE, Y_SAME_OR_POSITIVE);
    return new GlyphContours(ends, flags, x, y).path();
  }

  private static int[] flags(ByteBuffer data, int points) {
    int[] flags = new int[points];
    int i = 0;
    while (i < points) {
      int flag = data.get();
      int times = (flag & REPEATS) != 0 ? 1 + Byte.toUnsignedInt(data.get()) : 1;
      for (int end = i + times; i < end; i++) {
        flags[i] = flag;
      }
    }
    return flags;
  }

  private static int[] coordinates(ByteBuffer data, int[] flags, int isByte, int sameOrPositive) {
    int[] values = new int[flags.length];
    int value = 0;
    for (int i = 0; i < flags.length; i++) {
      boolean second = (flags[i] & sameOrPositive) != 0;
      if ((flags[i] & isByte) != 0) {
        int size = Byte.toUnsignedInt(data.get());
        value += second ? size : -size;
      } else if (!second) {
        value += data.getShort();
      }
      values[i] = value;
    }
    return values;
  }

  private Path2D path() {
    var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    int first = 0;
    for (int end : ends) {
      add(path, first, end - first + 1);
      first = end + 1;
    }
    return path;
  }

  /** Between two control points the curve passes through their middle. */
  private void add(Path2D path, int first, int count) {
    int start = first;
    while (start < first + count && !isOnCurve(start)) {
      start++;
    }
    if (start == first + count) {
      return;
    }
    path.moveTo(x[start], y[start]);
    for (int i = 1; i <= count; i++) {
      int point = first + (start - first + i) % count;
      if (isOnCurve(point)) {
        path.lineTo(x[point], y[point]);
        continue;
      }
      int next = first + (start - first + i + 1) % count;
      if (isOnCurve(next)) {
        path.quadTo(x[point], y[point], x[next], y[next]);
        i++;
      } else {
        path.quadTo(x[point], y[point], (x[point] + x[next]) / 2.0, (y[point] + y[next]) / 2.0);
      }
    }
    path.closePath();
  }

  private boolean isOnCurve(int point) {
    return (flags[point] & ON_CURVE) != 0;
  }
}
