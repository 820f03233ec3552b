package dev.kassei.experiment.plugin;

import dev.kassei.results.text.UserFixable;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;

/**
 * A network with plugins that the program gives cannot be built. Whatever fails there is taken for
 * their fault: of a null that one returned, no stack would tell.
 */
public final class OwnPluginException extends RuntimeException implements UserFixable {
  private static final long serialVersionUID = 1L;

  private OwnPluginException(List<String> names, Throwable cause) {
    super(message(names, cause), cause);
  }

  /** What is said of a network with plugins of these names. */
  public static String message(List<String> names, Object reason) {
    return "a network with plugins of the program, %s, fails: %s"
        .formatted(String.join(", ", names), reason);
  }

  /**
   * What is built with plugins.
   *
   * @throws OwnPluginException if it fails, the program gives some, and nobody else is to blame
   */
  public static <T> T building(Plugins plugins, Supplier<T> work) {
    List<String> own = plugins.givenRecords();
    if (own.isEmpty()) {
      return work.get();
    }
    try {
      return work.get();
    } catch (RuntimeException | LinkageError e) {
      boolean isOfOthers = e instanceof UserFixable || e instanceof UncheckedIOException;
      if (isOfOthers || PluginFailure.of(e).isPresent()) {
        throw e;
      }
      throw new OwnPluginException(own, e);
    }
  }
}
