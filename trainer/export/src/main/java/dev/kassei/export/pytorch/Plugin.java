package dev.kassei.export.pytorch;

import dev.kassei.api.PluginName;
import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Expr;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A layer or activation of Kassei that a formula applies.
 *
 * @param name such as {@code leaky_relu}
 * @param components its hyperparameters by name
 */
record Plugin(String name, Map<String, Object> components) {
  private static final String OWN = "dev.kassei.";

  /** The plugin whose output a node is; empty for what is none, or a third party's. */
  static Optional<Plugin> of(Expr node) {
    if (!(node.detail() instanceof Detail.Applied applied)) {
      return Optional.empty();
    }
    Class<?> type = applied.layer().getClass();
    PluginName name = type.getAnnotation(PluginName.class);
    return name == null || !type.isRecord() || !type.getName().startsWith(OWN)
        ? Optional.empty()
        : Optional.of(new Plugin(name.value(), components(applied.layer())));
  }

  private static Map<String, Object> components(Object plugin) {
    var components = new TreeMap<String, Object>();
    for (RecordComponent component : plugin.getClass().getRecordComponents()) {
      try {
        components.put(component.getName(), component.getAccessor().invoke(plugin));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("cannot read " + component, e);
      }
    }
    return components;
  }

  double number(String component) {
    return (Double) components.get(component);
  }

  boolean is(String component, double value) {
    return number(component) == value;
  }

  boolean has(String component) {
    return (Boolean) components.get(component);
  }

  /** A component as text, such as the constant of an enum. */
  String text(String component) {
    return components.get(component).toString();
  }
}
