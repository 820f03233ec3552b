package dev.kassei.api;

import java.nio.file.Path;
import org.apiguardian.api.API;

/** A run that is about to take its first step, or to continue. */
@API(status = API.Status.STABLE, since = "0.1")
public final class RunStart {
  private final Path folder;
  private final int epochsDone;

  /**
   * A run that is written to a folder.
   *
   * @param epochsDone how many epochs were trained before: 0 unless it continues
   */
  public RunStart(Path folder, int epochsDone) {
    this.folder = folder;
    this.epochsDone = epochsDone;
  }

  /** The folder of the run. It holds the configuration, and the results once they are saved. */
  public Path folder() {
    return folder;
  }

  /** How many epochs were trained before: 0 unless the run continues. */
  public int epochsDone() {
    return epochsDone;
  }

  @Override
  public String toString() {
    return "run in %s after %s epochs".formatted(folder, epochsDone);
  }
}
