package dev.kassei.api;

import java.util.List;
import org.apiguardian.api.API;

/**
 * What a listener can see of a run that trains, and do to it. To be used while the listener is told
 * of something, and not from other threads.
 */
@API(status = API.Status.STABLE, since = "0.1")
public interface RunControl {
  /** The names of the weights, parameters and states of layers, as in the run's files. */
  List<String> weightNames();

  /**
   * The present numbers of a tensor as evaluation uses them, in the order of the run's files; a
   * copy.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  double[] weights(String name);

  /**
   * Ends training after the present step, or after the first one if none is done; the results say
   * why. Of several requests the first counts.
   *
   * @param reason a sentence for readers of the results
   */
  void requestStop(String reason);
}
