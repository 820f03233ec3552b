package dev.kassei.api;

import org.apiguardian.api.API;

/** The floating-point format in which a network is computed. */
@API(status = API.Status.STABLE, since = "0.1")
public enum Precision {
  FLOAT32,
  FLOAT64
}
