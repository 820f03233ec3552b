package dev.kassei.api.expr;

import org.apiguardian.api.API;

/** What a formula is evaluated for. */
@API(status = API.Status.STABLE, since = "0.1")
public enum Mode {
  TRAINING,
  INFERENCE
}
