package dev.kassei.experiment.schema;

import dev.kassei.experiment.config.RecordShape;
import dev.kassei.experiment.config.RecordShape.Component;
import dev.kassei.experiment.config.Slot;
import dev.kassei.experiment.plugin.Families;
import dev.kassei.experiment.plugin.Family;
import java.util.List;
import java.util.Optional;

/**
 * A map that names a plugin.
 *
 * @param type the interface of the plugin
 * @param around the record whose keys stand in the same map; empty if the plugin is alone
 * @param isTyped whether a map must name a plugin, as it need not where it may describe the record
 *     around in full
 */
record PluginMap(Class<?> type, Optional<RecordShape> around, boolean isTyped) {
  static PluginMap alone(Class<?> type) {
    return new PluginMap(type, Optional.empty(), true);
  }

  /**
   * The plugin inside a record, or from which a record is made in short; empty if there is none.
   */
  static Optional<PluginMap> in(RecordShape shape) {
    Optional<Class<?>> inline = shape.inline().map(Component::slot).map(Slot::raw);
    Optional<Class<?>> shorter =
        shape.shorthand().<Class<?>>map(factory -> factory.getParameterTypes()[0]);
    return inline
        .filter(PluginMap::isPlugin)
        .map(type -> new PluginMap(type, Optional.of(shape), true))
        .or(
            () ->
                shorter
                    .filter(PluginMap::isPlugin)
                    .map(type -> new PluginMap(type, Optional.of(shape), false)));
  }

  private static boolean isPlugin(Class<?> type) {
    return Families.of(type).isPresent();
  }

  Family<?> family() {
    return Families.of(type).orElseThrow();
  }

  /** The components of the record around that have keys of their own. */
  List<Component> beside() {
    return around
        .map(shape -> shape.components().stream().filter(c -> !c.inline()).toList())
        .orElse(List.of());
  }
}
