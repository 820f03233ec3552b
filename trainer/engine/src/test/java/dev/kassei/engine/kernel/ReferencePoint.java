package dev.kassei.engine.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A float64 argument and the value of a function there, from mpmath, to 25 digits. */
record ReferencePoint(String function, double x, BigDecimal expected) {

  private static final String RESOURCE = "functions.csv";
  private static final List<ReferencePoint> ALL = read();

  static List<ReferencePoint> of(String function) {
    List<ReferencePoint> points =
        ALL.stream().filter(point -> point.function.equals(function)).toList();
    if (points.size() < 200) {
      throw new IllegalStateException(
          "Expected at least 200 points of " + function + " but found " + points.size());
    }
    return points;
  }

  private static List<ReferencePoint> read() {
    InputStream stream =
        Objects.requireNonNull(ReferencePoint.class.getResourceAsStream(RESOURCE), RESOURCE);
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(ReferencePoint::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ReferencePoint parse(String line) {
    String[] cells = line.split(",", -1);
    return new ReferencePoint(cells[0], Double.parseDouble(cells[1]), new BigDecimal(cells[2]));
  }
}
