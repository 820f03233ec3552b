package dev.kassei.testkit;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Epoch;
import dev.kassei.api.Listener;
import dev.kassei.api.RunControl;
import dev.kassei.api.RunStart;
import dev.kassei.api.StepEnd;
import dev.kassei.api.value.ContractException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What listeners promise: nothing that they are told makes them throw. */
final class ListenerClauses {
  private static final int EPOCHS = 3;
  private static final String THROWS = "it throws %s, told: %s";

  private ListenerClauses() {}

  static List<Clause<Listener>> all() {
    return new Clauses<Listener>()
        .and("EPOCHS", "listens to a training", ListenerClauses::training)
        .and("NAN", "listens to a training that diverges", ListenerClauses::divergence)
        .and("NOTHING", "listens to a training without an epoch", ListenerClauses::nothing)
        .and("FOLDER", "listens to a run in a folder", ListenerClauses::run)
        .list();
  }

  private static void training(Listener listener, Findings findings) {
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      step(listener, new StepEnd(epoch + 1, epoch, 32, 1.0 / (1 + epoch)), findings);
      tell(listener, new Epoch(epoch, metrics(1.0 / (1 + epoch))), findings);
    }
    end(listener, findings);
  }

  private static void divergence(Listener listener, Findings findings) {
    tell(listener, new Epoch(0, metrics(Double.NaN)), findings);
    tell(listener, new Epoch(1, metrics(Double.POSITIVE_INFINITY)), findings);
    end(listener, findings);
  }

  private static void run(Listener listener, Findings findings) {
    try {
      Path folder = Files.createTempDirectory("kassei-listener");
      try {
        run(listener, start(folder, 0), findings);
        run(listener, start(folder, EPOCHS), findings);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RunStart start(Path folder, int epochsDone) {
    return new RunStart("check", folder, epochsDone, new StillRun());
  }

  /**
   * Two weights that no training moves, whatever they are called: which names there are is a matter
   * of each network. It goes on whatever is asked of it.
   */
  private record StillRun() implements RunControl {
    @Override
    public List<String> weightNames() {
      return List.of("output.weight");
    }

    @Override
    public double[] weights(String name) {
      return new double[] {0.5, -0.5};
    }

    @Override
    public void requestStop(String reason) {
      require(!reason.isBlank(), "a run that is stopped says why, but the reason is empty");
    }
  }

  private static void run(Listener listener, RunStart start, Findings findings) {
    Listener inFolder =
        ContractException.returned(listener.startedIn(start), listener, "startedIn");
    training(inFolder, findings);
    saved(inFolder, start.folder(), findings);
  }

  /** Nothing is saved there: a listener that misses files is not wrong. */
  private static void saved(Listener listener, Path folder, Findings findings) {
    try {
      listener.runSaved(folder);
    } catch (UncheckedIOException e) {
      findings.remark("what it does with the files of a run is not checked: %s", e.getMessage());
    } catch (RuntimeException e) {
      findings.error(THROWS, e, "the run is saved");
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void nothing(Listener listener, Findings findings) {
    end(listener, findings);
  }

  private static Map<String, Double> metrics(double value) {
    // in an order that is the same in every process, since findings print it
    var metrics = new LinkedHashMap<String, Double>();
    metrics.put(Epoch.RUNNING_LOSS, value);
    metrics.put("validation.loss", value);
    return metrics;
  }

  private static void step(Listener listener, StepEnd step, Findings findings) {
    try {
      listener.stepEnded(step);
    } catch (RuntimeException e) {
      findings.error(THROWS, e, step);
    }
  }

  private static void tell(Listener listener, Epoch epoch, Findings findings) {
    try {
      listener.epochEnded(epoch);
    } catch (RuntimeException e) {
      findings.error(THROWS, e, epoch);
    }
  }

  private static void end(Listener listener, Findings findings) {
    try {
      listener.trainingEnded();
    } catch (RuntimeException e) {
      findings.error(THROWS, e, "training has ended");
    }
  }
}
