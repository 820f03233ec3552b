package dev.kassei.export.tensorboard;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Epoch;
import dev.kassei.api.Listener;
import dev.kassei.api.PluginName;
import dev.kassei.api.RunStart;
import dev.kassei.results.Run;
import dev.kassei.results.record.RunFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Writes what TensorBoard shows: the metrics of each epoch as it ends, and at the end the final
 * metrics, the histograms that a run saves for its pictures, and its settings as hyperparameters.
 * Where a training has no folder, it writes nothing.
 *
 * @param path the folder to write into, within that of the run
 */
@PluginName("tensorboard")
public record TensorBoard(String path) implements Listener {
  public TensorBoard() {
    this("tensorboard");
  }

  public TensorBoard {
    // a configuration of others must not write elsewhere
    require(
        !path.isBlank() && isWithin(Path.of(path)),
        "path must name a folder within that of the run, such as tensorboard, but was '%s'",
        path);
    require(
        isFree(Path.of(path)),
        "path must name a folder of its own, such as tensorboard, but a run writes '%s' itself",
        path);
  }

  private static boolean isWithin(Path path) {
    return !path.isAbsolute() && !path.normalize().startsWith("..");
  }

  /** Whatever the case of letters, which some systems take no notice of. */
  private static boolean isFree(Path path) {
    String first = path.normalize().getName(0).toString();
    return RunFiles.ALL.stream().noneMatch(first::equalsIgnoreCase);
  }

  @Override
  public Listener startedIn(RunStart run) {
    try {
      EventFile file = EventFile.in(run.folder().resolve(path));
      return new Writing(file.startAfter(run.epochsDone(), Instant.now()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The listener to one run. */
  private record Writing(EventFile file) implements Listener {
    @Override
    public void epochEnded(Epoch epoch) {
      add(List.of(RunEvents.epoch(epoch, Instant.now())));
    }

    @Override
    public void runSaved(Path folder) {
      try {
        add(RunEvents.result(Run.read(folder), Instant.now()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void add(List<Event> events) {
      try {
        file.add(events);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
