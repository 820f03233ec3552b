package dev.kassei.plotting.canvas;

import java.awt.Shape;
import java.awt.geom.PathIterator;

/**
 * Shapes as SVG path data in hundredths of a pixel. Each point is rounded by itself and written as
 * a difference to the one before, so errors do not add up.
 */
final class SvgPath {
  private final StringBuilder out;
  private long x;
  private long y;

  private SvgPath(StringBuilder out) {
    this.out = out;
  }

  static void append(StringBuilder out, Shape shape) {
    new SvgPath(out).append(shape);
  }

  private void append(Shape shape) {
    double[] points = new double[6];
    char last = 0;
    long startX = 0;
    long startY = 0;
    for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
      char command = command(path.currentSegment(points));
      if (command == 'z') {
        out.append('z');
        x = startX;
        y = startY;
      } else {
        boolean implied = command == 'l' && (last == 'l' || last == 'm');
        if (!implied) {
          out.append(command);
        }
        pairs(points, count(command), implied);
      }
      if (command == 'm') {
        startX = x;
        startY = y;
      }
      last = command;
    }
  }

  private static char command(int segment) {
    return switch (segment) {
      case PathIterator.SEG_MOVETO -> 'm';
      case PathIterator.SEG_LINETO -> 'l';
      case PathIterator.SEG_QUADTO -> 'q';
      case PathIterator.SEG_CUBICTO -> 'c';
      default -> 'z';
    };
  }

  private static int count(char command) {
    return switch (command) {
      case 'q' -> 2;
      case 'c' -> 3;
      default -> 1;
    };
  }

  /** All points of one command are relative to the point before it; a minus sign separates, too. */
  private void pairs(double[] points, int count, boolean implied) {
    long toX = x;
    long toY = y;
    for (int i = 0; i < count; i++) {
      toX = Math.round(points[2 * i] * 100);
      toY = Math.round(points[2 * i + 1] * 100);
      if ((i > 0 || implied) && toX >= x) {
        out.append(' ');
      }
      hundredths(out, toX - x);
      if (toY >= y) {
        out.append(' ');
      }
      hundredths(out, toY - y);
    }
    x = toX;
    y = toY;
  }

  /** Writes a number with up to two decimals. */
  static void number(StringBuilder out, double value) {
    hundredths(out, Math.round(value * 100));
  }

  private static void hundredths(StringBuilder out, long value) {
    if (value < 0) {
      out.append('-');
    }
    long size = Math.abs(value);
    long whole = size / 100;
    long rest = size % 100;
    if (whole != 0 || rest == 0) {
      out.append(whole);
    }
    if (rest != 0) {
      out.append('.').append(rest / 10);
      if (rest % 10 != 0) {
        out.append(rest % 10);
      }
    }
  }
}
