package dev.kassei.api.value;

import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Says that a plugin did what its contract forbids, such as to return null. It is thrown where that
 * is noticed, which is after the plugin's code, so that no stack would tell whose it was.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ContractException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Class<?> plugin;

  /**
   * @param plugin whose fault it is
   * @param message what it did, such as "apply returns null"
   */
  public ContractException(Object plugin, String message) {
    super(message);
    this.plugin = plugin.getClass();
  }

  /** The class of the plugin. */
  public Class<?> plugin() {
    return plugin;
  }

  /**
   * What a plugin's method has returned.
   *
   * @throws ContractException if that is null
   */
  public static <T> T returned(T value, Object plugin, String method) {
    return Optional.ofNullable(value)
        .orElseThrow(() -> new ContractException(plugin, method + " returns null"));
  }
}
