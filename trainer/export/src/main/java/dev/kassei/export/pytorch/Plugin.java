package dev.kassei.export.pytorch;

import dev.kassei.api.PluginName;
import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Expr;
import dev.kassei.export.network.Settings;
import java.util.Optional;

/**
 * A layer or activation of Kassei that a formula applies.
 *
 * @param name such as {@code leaky_relu}
 * @param settings its hyperparameters
 */
record Plugin(String name, Settings settings) {
  private static final String OWN = "dev.kassei.";

  /** The plugin whose output a node is; empty for what is none, or a third party's. */
  static Optional<Plugin> of(Expr node) {
    if (!(node.detail() instanceof Detail.Applied applied)
        || !(applied.layer() instanceof Record plugin)) {
      return Optional.empty();
    }
    PluginName name = plugin.getClass().getAnnotation(PluginName.class);
    return name == null || !plugin.getClass().getName().startsWith(OWN)
        ? Optional.empty()
        : Optional.of(new Plugin(name.value(), new Settings(plugin)));
  }

  double number(String component) {
    return settings.number(component);
  }

  boolean is(String component, double value) {
    return number(component) == value;
  }
}
