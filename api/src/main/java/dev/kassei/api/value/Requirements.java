package dev.kassei.api.value;

import java.util.Locale;
import org.apiguardian.api.API;

/** Checks for the compact constructors of plugin records. */
@API(status = API.Status.STABLE, since = "0.1")
public final class Requirements {
  private Requirements() {}

  /**
   * Refuses a hyperparameter.
   *
   * @param holds what must be true
   * @param message what was expected and what came, in the syntax of {@link String#format}
   * @throws IllegalArgumentException if {@code holds} is false
   */
  public static void require(boolean holds, String message, Object... values) {
    if (!holds) {
      throw new IllegalArgumentException(String.format(Locale.ROOT, message, values));
    }
  }

  /** Refuses a hyperparameter that is not a finite number. */
  public static void requireFinite(String name, double value) {
    require(Double.isFinite(value), "%s must be a finite number but was %s", name, value);
  }
}
