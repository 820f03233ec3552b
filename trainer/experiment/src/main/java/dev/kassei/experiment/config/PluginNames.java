package dev.kassei.experiment.config;

import dev.kassei.api.PluginName;
import java.util.IdentityHashMap;
import java.util.Optional;

/** What the plugins of one configuration are called there. Told apart by identity. */
public final class PluginNames {
  private final IdentityHashMap<Object, String> names = new IdentityHashMap<>();
  private final IdentityHashMap<Object, Choice> choices = new IdentityHashMap<>();

  /**
   * How a plugin was chosen.
   *
   * @param type the plugin's registered name
   * @param like the peer whose definition it takes; empty for its own
   */
  record Choice(String type, String like) {}

  /** The name given with {@code name:}, or else the name by which configurations choose it. */
  public String of(Object plugin) {
    return given(plugin).orElseGet(() -> choice(plugin).type());
  }

  /** The name given with {@code name:}. */
  public Optional<String> given(Object plugin) {
    return Optional.ofNullable(names.get(plugin));
  }

  Choice choice(Object plugin) {
    Choice choice = choices.get(plugin);
    return choice == null ? new Choice(registered(plugin.getClass()), "") : choice;
  }

  private static String registered(Class<?> type) {
    PluginName name = type.getAnnotation(PluginName.class);
    return name == null ? type.getSimpleName() : name.value();
  }

  void name(Object plugin, String name) {
    names.put(plugin, name);
  }

  void choose(Object plugin, String type, String like) {
    choices.put(plugin, new Choice(type, like));
  }
}
