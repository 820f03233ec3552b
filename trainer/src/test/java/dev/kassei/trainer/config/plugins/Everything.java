package dev.kassei.trainer.config.plugins;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Precision;
import dev.kassei.api.expr.Expr;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** An activation with a component of every type that configurations hold. */
@PluginName("everything")
public record Everything(
    int count,
    long total,
    double rate,
    boolean flag,
    String text,
    Precision precision,
    Optional<String> note,
    OptionalInt some,
    OptionalLong many,
    OptionalDouble part,
    List<Double> numbers,
    List<String> words,
    Map<String, Double> parameters,
    Point point,
    Optional<Point> corner,
    List<Point> points,
    Optional<Activation> inner,
    List<Activation> others)
    implements Activation {
  public Everything() {
    this(
        1,
        2,
        0.5,
        true,
        "plain",
        Precision.FLOAT32,
        Optional.of("noted"),
        OptionalInt.empty(),
        OptionalLong.empty(),
        OptionalDouble.empty(),
        List.of(),
        List.of(),
        Map.of(),
        new Point(3, 4),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  @Override
  public Expr apply(Expr x) {
    return x;
  }

  /** A nested record whose own defaults differ from those it has in its surroundings. */
  public record Point(double left, double right) {
    public Point() {
      this(-1, 1);
    }
  }
}
