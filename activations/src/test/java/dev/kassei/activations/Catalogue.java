package dev.kassei.activations;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The activations that this module's services file lists, with their defaults. */
final class Catalogue {
  private static final String HOME = Catalogue.class.getPackageName() + ".";

  private Catalogue() {}

  static Stream<Activation> all() {
    return ServiceLoader.load(Activation.class).stream()
        .filter(each -> each.type().getName().startsWith(HOME)) // not those that fixtures brings
        .map(ServiceLoader.Provider::get);
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
