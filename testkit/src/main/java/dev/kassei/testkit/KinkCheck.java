package dev.kassei.testkit;

import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Traversal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Looks at value and slopes from both sides of all places where a kink may be: round numbers, the
 * formula's constants and their differences, and where bisection finds a jump.
 */
final class KinkCheck {
  private static final double BESIDE = 1e-6;
  private static final double TOLERANCE = 1e-4;
  private static final int CONSTANTS = 12;
  private static final String JUMP =
      "the value jumps at %s, from %s to %s: gradient descent does not see a jump";

  /** Wider rows are searched for large jumps alone: each column takes as long as the first. */
  private static final int WIDEST = 4;

  private final Section section;
  private final Findings findings;
  private final TreeSet<Double> jumps = new TreeSet<>();

  private KinkCheck(Section section, Findings findings) {
    this.section = section;
    this.findings = findings;
  }

  static void check(Subject subject, Findings findings) {
    for (int column = 0; column < subject.width(); column++) {
      var section = new Section(subject, column);
      var places = new TreeSet<Double>();
      IntStream.rangeClosed(-200, 200).forEach(i -> places.add(i / 20.0));
      addConstants(subject.formula(), places);
      places.addAll(new Jumps(section).find());
      double[] points = places.stream().mapToDouble(KinkCheck::unsigned).distinct().toArray();
      var check = new KinkCheck(section, findings);
      check.check(points);
      if (subject.width() <= WIDEST) {
        check.smallJumps();
      }
    }
  }

  /** Zeros of both signs are one place. */
  private static double unsigned(double place) {
    return place == 0 ? 0 : place;
  }

  private static void addConstants(Expr formula, Set<Double> places) {
    List<Double> constants =
        Traversal.operandsFirst(List.of(formula)).stream()
            .filter(node -> node.detail() instanceof Detail.Value)
            .map(node -> ((Detail.Value) node.detail()).value())
            .filter(value -> Math.abs(value) < 1e4)
            .distinct()
            .limit(CONSTANTS)
            .toList();
    for (double constant : constants) {
      places.addAll(List.of(constant, -constant));
      constants.forEach(other -> places.add(constant - other));
    }
  }

  private void check(double[] points) {
    double[] value = section.values(points);
    double[] slope = section.slopes(points);
    double[] below = beside(points, -BESIDE);
    double[] above = beside(points, BESIDE);
    double[] valueBelow = section.values(below);
    double[] valueAbove = section.values(above);
    double[] slopeBelow = section.slopes(below);
    double[] slopeAbove = section.slopes(above);
    broken(points, value, slope);
    for (int i = 0; i < points.length; i++) {
      double steepest = Math.max(Math.abs(slopeBelow[i]), Math.abs(slopeAbove[i]));
      double step = above[i] - below[i];
      double change =
          Math.max(Math.abs(value[i] - valueBelow[i]), Math.abs(valueAbove[i] - value[i]));
      if (isBroken(value[i], slope[i])) {
        continue;
      }
      if (change > 4 * step * (1 + steepest + Math.abs(slope[i])) + 1e-9 * Math.abs(value[i])) {
        jumps.add(points[i]);
        findings.warning(JUMP, section.at(points[i]), valueBelow[i], valueAbove[i]);
      } else {
        between(points[i], slopeBelow[i], slope[i], slopeAbove[i]);
      }
    }
  }

  /** Those that are too small to be seen beside the slopes. */
  private void smallJumps() {
    for (SmallJumps.Jump jump : new SmallJumps(section).find()) {
      double beside = 2 * BESIDE * Math.max(1, Math.abs(jump.place()));
      if (jumps.subSet(jump.place() - beside, jump.place() + beside).isEmpty()) {
        findings.warning(JUMP, section.at(jump.place()), jump.below(), jump.above());
      }
    }
  }

  private static boolean isBroken(double value, double slope) {
    return !Double.isFinite(value) || !Double.isFinite(slope);
  }

  /** Reports each range in which the value or the derivative is not finite in the same way. */
  private void broken(double[] points, double[] value, double[] slope) {
    int to;
    for (int from = 0; from < points.length; from = to) {
      String broken = broken(value[from], slope[from]);
      to = from + 1;
      while (to < points.length && broken.equals(broken(value[to], slope[to]))) {
        to++;
      }
      if (!broken.isEmpty()) {
        findings.error("%s " + broken, place(points[from], points[to - 1]));
      }
    }
  }

  private String place(double from, double to) {
    String start = section.at(from);
    return from == to ? "at " + start : "from %s to %s".formatted(start, to);
  }

  private static String broken(double value, double slope) {
    if (!Double.isFinite(value)) {
      return Double.isFinite(slope)
          ? "the value is " + value
          : "the value is %s and the derivative %s".formatted(value, slope);
    }
    return Double.isFinite(slope) ? "" : "the derivative is " + slope;
  }

  private void between(double point, double below, double slope, double above) {
    double allowed = TOLERANCE * (1 + Math.abs(below) + Math.abs(above));
    double low = Math.min(below, above) - allowed;
    double high = Math.max(below, above) + allowed;
    if (slope < low || slope > high) {
      findings.error(
          "at %s the derivative is %s, but it is %s just below and %s just above",
          section.at(point), slope, below, above);
    }
  }

  private static double[] beside(double[] points, double step) {
    return Arrays.stream(points).map(x -> x + step * Math.max(1, Math.abs(x))).toArray();
  }
}
