package dev.kassei.activations;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The activations that the services file lists, with their defaults. */
final class Catalogue {
  private Catalogue() {}

  static Stream<Activation> all() {
    return ServiceLoader.load(Activation.class).stream().map(ServiceLoader.Provider::get);
  }

  static Activation named(String name) {
    return all()
        .filter(activation -> name(activation).equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no activation is named " + name));
  }

  static String name(Activation activation) {
    return activation.getClass().getAnnotation(PluginName.class).value();
  }
}
