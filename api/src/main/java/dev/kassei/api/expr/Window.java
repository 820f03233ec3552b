package dev.kassei.api.expr;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.value.Numbers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apiguardian.api.API;

/**
 * A window that slides over the positions of each item, such as the pixels of an image. The numbers
 * are one for each axis, the last axis fastest.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class Window {
  private final List<Integer> kernel;
  private final List<Integer> stride;
  private final List<Integer> before;
  private final List<Integer> after;
  private final List<Integer> dilation;
  private final double fill;

  private Window(
      List<Integer> kernel,
      List<Integer> stride,
      List<Integer> before,
      List<Integer> after,
      List<Integer> dilation,
      double fill) {
    this.kernel = List.copyOf(kernel);
    this.stride = List.copyOf(stride);
    this.before = List.copyOf(before);
    this.after = List.copyOf(after);
    this.dilation = List.copyOf(dilation);
    this.fill = fill;
    require(!kernel.isEmpty(), "a window needs at least one axis");
    requireEach("kernel", kernel, kernel.size(), 1);
    requireEach("stride", stride, kernel.size(), 1);
    requireEach("padding", before, kernel.size(), 0);
    requireEach("padding", after, kernel.size(), 0);
    requireEach("dilation", dilation, kernel.size(), 1);
    require(product(kernel) <= Integer.MAX_VALUE, "a window cannot see %s positions", text(kernel));
  }

  private static double product(List<Integer> sizes) {
    return sizes.stream().mapToDouble(Integer::doubleValue).reduce(1, (a, b) -> a * b);
  }

  private static void requireEach(String name, List<Integer> values, int axes, int least) {
    require(
        values.size() == axes,
        "%s needs as many numbers as the kernel, %s, but was %s",
        name,
        axes,
        values);
    for (int value : values) {
      require(value >= least, "%s must be at least %s but was %s", name, least, value);
    }
  }

  /** A window that moves by one position and sees nothing beyond the ends. */
  public static Window of(Integer... kernel) {
    return of(List.of(kernel));
  }

  /** A window that moves by one position and sees nothing beyond the ends. */
  public static Window of(List<Integer> kernel) {
    List<Integer> ones = Collections.nCopies(kernel.size(), 1);
    List<Integer> zeros = Collections.nCopies(kernel.size(), 0);
    return new Window(kernel, ones, zeros, zeros, ones, 0);
  }

  /** The same with another stride. */
  public Window strided(List<Integer> other) {
    return new Window(kernel, other, before, after, dilation, fill);
  }

  /** The same with so much padding at both ends. */
  public Window padded(List<Integer> both) {
    return padded(both, both);
  }

  /** The same with so much padding at the beginning and the end. */
  public Window padded(List<Integer> otherBefore, List<Integer> otherAfter) {
    return new Window(kernel, stride, otherBefore, otherAfter, dilation, fill);
  }

  /** The same with taps so far apart. */
  public Window dilated(List<Integer> other) {
    return new Window(kernel, stride, before, after, other, fill);
  }

  /** The same that sees another number beyond the ends. */
  public Window filled(double other) {
    return new Window(kernel, stride, before, after, dilation, other);
  }

  /** How many positions it sees, its taps. */
  public List<Integer> kernel() {
    return kernel;
  }

  /** How far it moves from one place to the next. */
  public List<Integer> stride() {
    return stride;
  }

  /** How many positions beyond the beginning it may see. */
  public List<Integer> before() {
    return before;
  }

  /** How many positions beyond the end it may see. */
  public List<Integer> after() {
    return after;
  }

  /** How far its taps are apart. */
  public List<Integer> dilation() {
    return dilation;
  }

  /** What it sees beyond the beginning and the end. */
  public double fill() {
    return fill;
  }

  /** The number of axes. */
  public int axes() {
    return kernel.size();
  }

  /** The number of positions that it sees at once. */
  public int taps() {
    return kernel.stream().reduce(1, Math::multiplyExact);
  }

  /**
   * The number of its places in each axis.
   *
   * @param sizes the number of positions in each axis
   * @throws IllegalArgumentException if it is larger than the positions with their padding
   */
  public List<Integer> places(List<Integer> sizes) {
    require(
        sizes.size() == axes(),
        "a window of %s needs %s but got %s",
        text(kernel),
        axes() == 1 ? "positions in one axis" : "positions in " + axes() + " axes",
        sizes.isEmpty() ? "none" : text(sizes));
    var places = new ArrayList<Integer>();
    for (int axis = 0; axis < axes(); axis++) {
      long span = span(axis);
      long room = 0L + before.get(axis) + sizes.get(axis) + after.get(axis) - span;
      require(
          room >= 0,
          "a window of %s%s does not fit into %s positions with padding %s and %s%s",
          text(kernel),
          isDilated() ? ", " + text(spans()) + " with its dilation," : "",
          text(sizes),
          before.get(axis),
          after.get(axis),
          areChannelsFirst(sizes) ? "; channels come last: [rows, columns, channels]" : "");
      places.add((int) Math.min(Integer.MAX_VALUE, room / stride.get(axis) + 1));
    }
    return places;
  }

  /** Whether what should be rows are rather the channels of an image. */
  private static boolean areChannelsFirst(List<Integer> sizes) {
    return sizes.size() == 2 && (sizes.get(0) == 1 || sizes.get(0) == 3) && sizes.get(1) > 3;
  }

  private boolean isDilated() {
    return dilation.stream().anyMatch(step -> step > 1);
  }

  private List<Long> spans() {
    return IntStream.range(0, axes()).mapToObj(this::span).toList();
  }

  /** The number of positions from its first to its last. */
  private long span(int axis) {
    return dilation.get(axis) * (kernel.get(axis) - 1L) + 1;
  }

  private static String text(List<? extends Number> sizes) {
    return String.join(" × ", sizes.stream().map(Object::toString).toList());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Window that
        && kernel.equals(that.kernel)
        && stride.equals(that.stride)
        && before.equals(that.before)
        && after.equals(that.after)
        && dilation.equals(that.dilation)
        && Double.compare(fill, that.fill) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(kernel, stride, before, after, dilation, fill);
  }

  @Override
  public String toString() {
    return "a window of %s, stride %s, padding %s and %s with %s, dilation %s"
        .formatted(
            text(kernel),
            text(stride),
            text(before),
            text(after),
            Numbers.text(fill),
            text(dilation));
  }
}
