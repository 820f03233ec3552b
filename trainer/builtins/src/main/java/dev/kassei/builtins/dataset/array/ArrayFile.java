package dev.kassei.builtins.dataset.array;

import dev.kassei.results.file.FileProblems;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An array of numbers in a file, of which the header has been read: its numbers follow, the last
 * index running fastest, and can be read once.
 */
final class ArrayFile implements Closeable {
  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final FileProblems problems;
  private final Element element;
  private final ByteOrder order;
  private final List<Integer> sizes;

  /**
   * @param in behind the header
   * @param sizes the number of items, then the sizes of an item
   */
  ArrayFile(
      InputStream in,
      FileProblems problems,
      Element element,
      ByteOrder order,
      List<Integer> sizes) {
    this.in = in;
    this.problems = problems;
    this.element = element;
    this.order = order;
    this.sizes = sizes;
  }

  FileProblems problems() {
    return problems;
  }

  Element element() {
    return element;
  }

  /** How many items there are. */
  int items() {
    return sizes.get(0);
  }

  /** The sizes of an item; empty if it is a number. */
  List<Integer> shape() {
    return sizes.subList(1, sizes.size());
  }

  /** How many numbers an item has. */
  long width() {
    return shape().stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
  }

  /** The sizes, such as {@code 60000 × 28 × 28}. */
  static String text(List<Integer> sizes) {
    return sizes.stream().map(Object::toString).collect(Collectors.joining(" × "));
  }

  /**
   * Reads all numbers.
   *
   * @param into overwritten, from {@code from} on
   * @throws IllegalArgumentException if there are fewer than the header says, or more
   */
  void read(double[] into, int from) throws IOException {
    byte[] bytes = new byte[BUFFER];
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order);
    int size = element.bytes();
    int next = from;
    int end = Math.toIntExact(from + items() * width());
    while (next < end) {
      int wanted = Math.min(BUFFER, (end - next) * size);
      int got = in.readNBytes(bytes, 0, wanted);
      buffer.clear();
      for (int i = 0; i < got / size; i++) {
        into[next++] = element.next(buffer);
      }
      if (got < wanted) {
        throw problems.failure(
            "the file is not whole: its header says %s, which is %s numbers, but it ends after %s; fetch or copy it again"
                .formatted(text(sizes), end - from, next - from));
      }
    }
    if (in.read() >= 0) {
      throw problems.failure(
          "the file goes on after the %s numbers that its header says; it is not what it seems"
              .formatted(text(sizes)));
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
