package dev.kassei.cli.sheet;

import dev.kassei.api.Activation;
import dev.kassei.api.value.Numbers;
import dev.kassei.engine.analysis.GaussianMoments;
import dev.kassei.engine.analysis.Properties;
import dev.kassei.engine.analysis.Property;
import dev.kassei.results.text.Rounded;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/**
 * What is computed from the formula of an activation.
 *
 * @param properties empty for functions of whole rows
 * @param published the published gain
 */
record ComputedFacts(
    Set<Property> holding, Optional<Properties> properties, OptionalDouble published) {
  private static final int DIGITS = 6;

  /** Below it, what was computed is 0 but for rounding. */
  private static final double ZERO = 1e-15;

  static ComputedFacts of(Activation activation) {
    Optional<Properties> properties = Properties.of(activation);
    return new ComputedFacts(Property.of(activation, properties), properties, activation.gain());
  }

  void print(PrintWriter out) {
    if (!holding.isEmpty()) {
      String names =
          holding.stream()
              .map(each -> each.key().replace('_', ' '))
              .collect(Collectors.joining(", "));
      Sheet.line(out, "properties", names);
    }
    properties.ifPresent(known -> print(out, known));
    gain().ifPresent(gain -> Sheet.line(out, "gain", number(gain) + gainSource()));
  }

  private static void print(PrintWriter out, Properties known) {
    Sheet.line(out, "range", number(known.low()) + " to " + number(known.high()));
    Sheet.line(out, "kinks", places(known.kinks()));
    if (!known.jumps().isEmpty()) {
      Sheet.line(out, "jumps", places(known.jumps()));
    }
    Sheet.line(out, "Lipschitz", number(known.lipschitz()));
    GaussianMoments moments = known.moments();
    String text =
        "E f = %s, E f² = %s, E f'² = %s"
            .formatted(
                number(moments.mean()),
                number(moments.meanSquare()),
                number(moments.slopeMeanSquare()));
    Sheet.line(out, "z ~ N(0, 1)", text);
  }

  private static String places(List<Double> places) {
    return places.isEmpty()
        ? "none"
        : places.stream().map(ComputedFacts::number).collect(Collectors.joining(", "));
  }

  private OptionalDouble gain() {
    return published.isPresent()
        ? published
        : properties.map(known -> known.moments().gain()).orElse(OptionalDouble.empty());
  }

  private String gainSource() {
    return published.isPresent() ? ", published" : ", 1 / √(E f²)";
  }

  /** At most six digits. */
  private static String number(double value) {
    if (!Double.isFinite(value)) {
      return Numbers.text(value).replace("Infinity", "∞");
    }
    return Rounded.CONSOLE.atMost(Math.abs(value) < ZERO ? 0 : value, DIGITS);
  }

  void write(JsonGenerator json) {
    json.writeArrayPropertyStart("properties");
    holding.forEach(each -> json.writeString(each.key()));
    json.writeEndArray();
    json.writeName("computed");
    properties.ifPresentOrElse(known -> write(json, known), json::writeNull);
    json.writeName("published_gain");
    published.ifPresentOrElse(gain -> Json.number(json, gain, Numbers.text(gain)), json::writeNull);
  }

  private static void write(JsonGenerator json, Properties known) {
    json.writeStartObject();
    write(json, "low", known.low());
    write(json, "high", known.high());
    write(json, "at_zero", known.atZero());
    write(json, "kinks", known.kinks());
    write(json, "jumps", known.jumps());
    write(json, "lipschitz", known.lipschitz());
    write(json, "mean", known.moments().mean());
    write(json, "mean_square", known.moments().meanSquare());
    write(json, "slope_mean_square", known.moments().slopeMeanSquare());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String name, double value) {
    json.writeName(name);
    Json.number(json, value, Numbers.text(value));
  }

  private static void write(JsonGenerator json, String name, List<Double> places) {
    json.writeArrayPropertyStart(name);
    places.forEach(place -> Json.number(json, place, Numbers.text(place)));
    json.writeEndArray();
  }
}
