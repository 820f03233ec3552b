package dev.kassei.cli;

import dev.kassei.api.Activation;
import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.FormulaPrinter;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Shape;
import dev.kassei.api.expr.Traversal;
import dev.kassei.api.value.Numbers;
import dev.kassei.cli.sheet.Components;
import dev.kassei.engine.analysis.Elementwise;
import dev.kassei.engine.analysis.GaussianMoments;
import dev.kassei.engine.analysis.Properties;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the page of activations says about one of them, as lines of Markdown. */
final class ActivationFacts {
  /** Rows of functions that look at whole rows. */
  private static final int ROW = 2;

  private static final MathContext DIGITS = new MathContext(4);

  private ActivationFacts() {}

  /** Whether values in training are random. */
  static boolean drawsNoise(Activation activation) {
    return leaves(activation, Operation.UNIFORM).findAny().isPresent();
  }

  /** The formula, a line for each definition in it. */
  static String formula(Activation activation) {
    return FormulaPrinter.text(applied(activation)).replace("; ", ";\n");
  }

  static List<String> lines(Activation activation, String reference) {
    var lines = new ArrayList<String>();
    Map<String, String> components = Components.of(activation);
    if (!components.isEmpty()) {
      lines.add("Defaults: " + named(components));
    }
    List<String> trainable =
        leaves(activation, Operation.PARAMETER).map(ActivationFacts::trainable).distinct().toList();
    if (!trainable.isEmpty()) {
      lines.add("Trainable: " + String.join(", ", trainable));
    }
    lines.add("Source: " + reference);
    peers(activation, lines);
    Properties.of(activation).ifPresent(properties -> lines.add(properties(properties)));
    gain(activation, lines);
    return lines;
  }

  private static String named(Map<String, String> values) {
    return values.entrySet().stream()
        .map(each -> "`%s: %s`".formatted(each.getKey(), each.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String trainable(Expr parameter) {
    String name = ((Detail.Parameter) parameter.detail()).name();
    return "`%s`, one %s".formatted(name, parameter.shape().isScalar() ? "a layer" : "a unit");
  }

  private static void peers(Activation activation, List<String> lines) {
    var libraries = new TreeMap<String, List<String>>();
    activation
        .peers()
        .forEach(
            (library, peer) ->
                libraries
                    .computeIfAbsent(definition(activation, peer), any -> new ArrayList<>())
                    .add("`" + library + "`"));
    if (libraries.isEmpty()) {
      return;
    }
    var text = new StringJoiner("; ", "Peers: ", "");
    libraries.forEach((definition, names) -> text.add(String.join(", ", names) + definition));
    lines.add(text.toString());
  }

  /** In which the peer's definition differs from the defaults. */
  private static String definition(Activation activation, Activation peer) {
    if (peer.equals(activation)) {
      return " as here";
    }
    Map<String, String> differing = Components.of(peer);
    differing.entrySet().removeAll(Components.of(activation).entrySet());
    return " with " + named(differing);
  }

  private static String properties(Properties properties) {
    var text = new StringJoiner("; ", "Computed: ", "");
    text.add("values from %s to %s".formatted(number(properties.low()), number(properties.high())));
    text.add(properties.isMonotone() ? "monotone" : "not monotone");
    if (properties.isOdd()) {
      text.add("odd");
    }
    if (properties.isEven()) {
      text.add("even");
    }
    text.add("f(0) = " + number(properties.atZero()));
    if (!properties.jumps().isEmpty()) {
      text.add("jumps at " + numbers(properties.jumps()));
    }
    text.add(properties.kinks().isEmpty() ? "no kinks" : "kinks at " + numbers(properties.kinks()));
    text.add("steepest slope " + number(properties.lipschitz()));
    GaussianMoments moments = properties.moments();
    text.add("E f(z) = " + number(moments.mean()));
    text.add("E f(z)² = " + number(moments.meanSquare()));
    return text.toString();
  }

  private static void gain(Activation activation, List<String> lines) {
    activation.gain().ifPresent(gain -> lines.add("Published gain: " + number(gain)));
  }

  private static String numbers(List<Double> values) {
    return values.stream().map(ActivationFacts::number).collect(Collectors.joining(", "));
  }

  private static String number(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    if (Double.isNaN(value)) {
      return "none";
    }
    BigDecimal rounded = new BigDecimal(Numbers.text(value)).round(DIGITS);
    return Numbers.text(rounded.doubleValue()).replace('-', '−');
  }

  private static Stream<Expr> leaves(Activation activation, Operation operation) {
    return Traversal.operandsFirst(List.of(applied(activation))).stream()
        .filter(node -> node.operation() == operation);
  }

  private static Expr applied(Activation activation) {
    int width = Elementwise.is(activation) ? 1 : ROW;
    return activation.apply(Expr.input("x", Shape.batch(width)));
  }
}
