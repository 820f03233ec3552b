package dev.kassei.experiment.plugin;

import java.util.List;

/**
 * A kind of plugin, such as activations or optimizers.
 *
 * @param key the word in configurations and on the command line, such as {@code activation}
 * @param plural the word for several of them, such as {@code activations}
 * @param type the type of every plugin in the family
 * @param services the interfaces under which plugins are registered in {@code META-INF/services}; a
 *     name must be unique over all of them
 */
public record Family<T>(
    String key, String plural, Class<T> type, List<Class<? extends T>> services) {
  public Family {
    services = List.copyOf(services);
  }

  private static final String VOWELS = "aeiou";

  /** The key with its indefinite article, such as {@code an activation}. */
  public String withArticle() {
    return (VOWELS.indexOf(key.charAt(0)) >= 0 ? "an " : "a ") + key;
  }

  /** Whether a value of this type is one of this family's plugins. */
  boolean serves(Class<?> candidate) {
    return type == candidate || services.contains(candidate);
  }
}
