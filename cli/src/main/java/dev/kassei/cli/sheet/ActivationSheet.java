package dev.kassei.cli.sheet;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Precision;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Gradient;
import dev.kassei.api.expr.Mode;
import dev.kassei.api.expr.Shape;
import dev.kassei.api.value.ContractException;
import dev.kassei.api.value.Numbers;
import dev.kassei.engine.FormulaFunction;
import dev.kassei.engine.analysis.Elementwise;
import dev.kassei.experiment.config.NamedPlugin;
import dev.kassei.experiment.plugin.Families;
import dev.kassei.experiment.plugin.PluginEntry;
import dev.kassei.experiment.plugin.Plugins;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;

/**
 * An activation: its formulas and some of its values.
 *
 * @param derivative empty for functions of whole rows, whose derivative is a matrix
 * @param points value and derivative there; for functions of whole rows the derivative of each
 *     value by the point at its own place
 */
public record ActivationSheet(
    String name,
    String title,
    String formula,
    Optional<String> derivative,
    Activation activation,
    Optional<String> family,
    Optional<String> reference,
    ComputedFacts facts,
    Precision precision,
    List<Point> points)
    implements Printable {
  private static final String FORMULA = "formula";

  record Point(double x, double value, double derivative) {}

  /**
   * The sheet of one activation.
   *
   * @param notation writes its formulas
   * @param at where to evaluate it; for functions of whole rows one row
   */
  public static ActivationSheet of(
      NamedPlugin<Activation> named,
      Plugins plugins,
      Function<Expr, String> notation,
      Precision precision,
      List<Double> at) {
    Activation activation = named.plugin();
    boolean pointwise = Elementwise.is(activation);
    Expr x = Expr.input("x", Shape.batch(pointwise ? 1 : at.size()));
    Expr y = ContractException.returned(activation.apply(x), activation, "apply");
    // first, since it refuses what would take long to print
    List<Point> points =
        pointwise ? pointwise(activation, precision, at) : row(activation, precision, at);
    Optional<PluginEntry<Activation>> entry =
        Optional.ofNullable(activation.getClass().getAnnotation(PluginName.class))
            .flatMap(annotation -> plugins.of(Families.ACTIVATION).find(annotation.value()));
    return new ActivationSheet(
        named.name(),
        entry.map(PluginEntry::title).orElse(named.name()),
        notation.apply(y),
        pointwise ? Optional.of(notation.apply(Gradient.derivative(y, x))) : Optional.empty(),
        activation,
        entry.map(PluginEntry::group),
        entry.flatMap(PluginEntry::reference),
        ComputedFacts.of(activation),
        precision,
        points);
  }

  private static List<Point> pointwise(
      Activation activation, Precision precision, List<Double> at) {
    double[] x = at.stream().mapToDouble(Double::doubleValue).toArray();
    double[] ones = at.stream().mapToDouble(each -> 1).toArray();
    var function = FormulaFunction.of(activation, 1, precision, Mode.INFERENCE);
    double[] values = function.value(x);
    double[] slopes = function.gradient(x, ones);
    var points = new ArrayList<Point>();
    for (int i = 0; i < x.length; i++) {
      points.add(new Point(x[i], values[i], slopes[i]));
    }
    return points;
  }

  /** Equal rows, row i with the gradient of output i alone, for as many outputs as points. */
  private static List<Point> row(Activation activation, Precision precision, List<Double> at) {
    int n = at.size();
    var function = FormulaFunction.of(activation, n, precision, Mode.INFERENCE);
    int outputs = function.outputs();
    int shown = Math.min(outputs, n);
    double[] x = new double[shown * n];
    double[] dy = new double[shown * outputs];
    for (int i = 0; i < shown; i++) {
      for (int j = 0; j < n; j++) {
        x[i * n + j] = at.get(j);
      }
      dy[i * outputs + i] = 1;
    }
    double[] values = function.value(x);
    double[] slopes = function.gradient(x, dy);
    var points = new ArrayList<Point>();
    for (int i = 0; i < shown; i++) {
      points.add(new Point(at.get(i), values[i], slopes[i * n + i]));
    }
    return points;
  }

  @Override
  public void print(PrintWriter out) {
    out.println(name.equals(title) ? name : name + ": " + title);
    Sheet.line(out, FORMULA, formula);
    derivative.ifPresent(text -> Sheet.line(out, "derivative", text));
    Components.of(activation).forEach((key, value) -> component(out, key, value));
    family.ifPresent(text -> Sheet.line(out, "family", text));
    reference.ifPresent(text -> Sheet.line(out, "reference", text));
    PeerFacts.of(activation).forEach(text -> Sheet.line(out, "peers", text));
    facts.print(out);
    out.println();
    var table = new TextTable("  x", "value", "derivative");
    points.forEach(
        point ->
            table.add("  " + number(point.x()), number(point.value()), number(point.derivative())));
    table.print(out);
  }

  /** A formula of one's own is a component, too. */
  private void component(PrintWriter out, String key, String value) {
    if (!key.equals(FORMULA)) {
      Sheet.line(out, key, value);
    } else if (!value.equals(formula)) {
      Sheet.line(out, "as written", value);
    }
  }

  @Override
  public void write(JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("name", name);
    json.writeStringProperty("title", title);
    json.writeStringProperty(FORMULA, formula);
    json.writeName("derivative");
    derivative.ifPresentOrElse(json::writeString, json::writeNull);
    Components.write(json, "parameters", activation);
    json.writeName("family");
    family.ifPresentOrElse(json::writeString, json::writeNull);
    json.writeName("reference");
    reference.ifPresentOrElse(json::writeString, json::writeNull);
    PeerFacts.write(json, activation);
    facts.write(json);
    json.writeArrayPropertyStart("points");
    for (Point point : points) {
      json.writeStartObject();
      write(json, "x", point.x());
      write(json, "value", point.value());
      write(json, "derivative", point.derivative());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(JsonGenerator json, String key, double value) {
    json.writeName(key);
    Json.number(json, value, number(value));
  }

  private String number(double value) {
    return precision == Precision.FLOAT32 ? Numbers.text((float) value) : Numbers.text(value);
  }
}
