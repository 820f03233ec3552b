package dev.kassei.api;

import dev.kassei.api.expr.InitialValues;
import org.apiguardian.api.API;

/** A rule for the first values of a parameter. */
@API(status = API.Status.STABLE, since = "0.1")
@FunctionalInterface
public interface Initializer extends InitialValues {
  /** This initializer for weights whose output goes into an activation; by default unchanged. */
  default Initializer before(Activation activation) {
    return this;
  }
}
