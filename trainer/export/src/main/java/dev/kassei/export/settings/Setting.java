package dev.kassei.export.settings;

import dev.kassei.experiment.config.tree.CoreSchema;
import dev.kassei.experiment.config.tree.Location;
import dev.kassei.experiment.config.tree.Node.Scalar;

/** One value of a configuration, with the type that YAML gives it. */
public sealed interface Setting {
  /** What stands in the configuration. */
  String text();

  /** A number. */
  record Numeric(String text, double value) implements Setting {}

  /** True or false. */
  record Truth(String text, boolean value) implements Setting {}

  /** A word, or a list or formula as text. */
  record Text(String text) implements Setting {}

  /** What a value without quotes means. */
  static Setting of(String plain) {
    return of(new Scalar(Location.whole(plain), plain, true));
  }

  /** What a value means. */
  static Setting of(Scalar scalar) {
    if (CoreSchema.isNumber(scalar) && CoreSchema.number(scalar).isPresent()) {
      return new Numeric(scalar.text(), CoreSchema.number(scalar).getAsDouble());
    }
    return CoreSchema.bool(scalar)
        .<Setting>map(value -> new Truth(scalar.text(), value))
        .orElseGet(() -> new Text(scalar.text()));
  }
}
