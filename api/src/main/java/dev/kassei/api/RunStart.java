package dev.kassei.api;

import java.nio.file.Path;
import org.apiguardian.api.API;

/** A run that is about to take its first step, or to continue. */
@API(status = API.Status.STABLE, since = "0.1")
public final class RunStart {
  private final String name;
  private final Path folder;
  private final int epochsDone;
  private final RunControl control;

  /**
   * A run that is written to a folder.
   *
   * @param name the experiment's
   * @param epochsDone how many epochs were trained before: 0 unless it continues
   * @param control what a listener can see and do while it trains
   */
  public RunStart(String name, Path folder, int epochsDone, RunControl control) {
    this.name = name;
    this.folder = folder;
    this.epochsDone = epochsDone;
    this.control = control;
  }

  /** The name of the experiment. */
  public String name() {
    return name;
  }

  /** The folder of the run. It holds the configuration, and the results once they are saved. */
  public Path folder() {
    return folder;
  }

  /** How many epochs were trained before: 0 unless the run continues. */
  public int epochsDone() {
    return epochsDone;
  }

  /** What a listener can see and do from now on until training has ended. */
  public RunControl control() {
    return control;
  }

  @Override
  public String toString() {
    return "run %s in %s after %s epochs".formatted(name, folder, epochsDone);
  }
}
