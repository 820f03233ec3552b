package dev.kassei.experiment.config;

import dev.kassei.experiment.config.tree.Keys;
import dev.kassei.experiment.config.tree.Node.Entry;
import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Node.Scalar;
import dev.kassei.experiment.plugin.Catalogue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A formula that stands where the name of an activation may stand: {@code x * tanh(x)}. */
public final class BareFormula {
  /** The plugin, and the key of its formula. */
  public static final String PLUGIN = "formula";

  /** Finds in a text that it is a formula of x, in regular expressions of Java and JavaScript. */
  public static final String PATTERN = "^x$|^(?=[\\s\\S]*\\bx\\b)(?=[\\s\\S]*[-+*/^()<>=])";

  private static final Pattern FORMULA = Pattern.compile(PATTERN);

  private BareFormula() {}

  /** The map with its formula under the key {@code formula}, where its type is one. */
  static Mapping spelledOut(Mapping map, Catalogue<?> catalogue) {
    Entry type = map.entries().get(Keys.TYPE);
    boolean isFormula =
        type != null
            && type.value() instanceof Scalar text
            && FORMULA.matcher(text.text()).find()
            && !isCutOff(text.text())
            && catalogue.find(PLUGIN).isPresent()
            && catalogue.find(text.text()).isEmpty();
    return isFormula ? map.without(List.of(Keys.TYPE)).with(PLUGIN, type) : map;
  }

  /** Why a text is no formula though it was meant to be one, as a part of a sentence. */
  static Optional<String> cutOff(String text, Catalogue<?> catalogue) {
    return isCutOff(text) && catalogue.find(PLUGIN).isPresent()
        ? Optional.of(
            "; its bracket is not closed: within { } and [ ] a comma ends a value, put a formula in"
                + " quotes there")
        : Optional.empty();
  }

  private static boolean isCutOff(String text) {
    return text.contains("(") && !text.contains(")");
  }
}
