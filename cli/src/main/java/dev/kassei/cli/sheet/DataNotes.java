package dev.kassei.cli.sheet;

import dev.kassei.api.DatasetSource;
import dev.kassei.api.Target;
import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.plan.TrialConfig;
import dev.kassei.experiment.config.ExperimentConfig;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.data.SplitData;
import dev.kassei.experiment.training.ExperimentCache;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What was decided about data that could be read in several ways. */
public final class DataNotes {
  private static final String DATASET = "dataset";

  private final Set<String> notes = new LinkedHashSet<>();
  private final Map<String, Set<String>> tasks = new LinkedHashMap<>();

  private DataNotes() {}

  /** Those of the data sets of a batch. */
  public static DataNotes of(BatchConfig batch) {
    var all = new DataNotes();
    var seen = new HashSet<Reading>();
    batch.trials().stream().filter(trial -> seen.add(Reading.of(trial.config()))).forEach(all::add);
    return all;
  }

  /** What cannot be read is reported with its trial. */
  private void add(TrialConfig trial) {
    try {
      SplitData data = new ExperimentCache().data(trial.config());
      notes.addAll(data.notes());
      tasks.computeIfAbsent(task(data.target()), task -> new LinkedHashSet<>()).add(dataset(trial));
    } catch (RuntimeException e) {
      return;
    }
  }

  /** Prints how files were read, if there was a choice, one per line. */
  public static void print(SplitData data, PrintWriter out) {
    data.notes().forEach(out::println);
  }

  /** Prints how files were read, if there was a choice, one per line. */
  public void printReadings(PrintWriter out) {
    notes.forEach(out::println);
  }

  /** Prints what there is to learn, with the data sets of each task where there are several. */
  public void printTasks(PrintWriter out) {
    tasks.forEach(
        (task, datasets) ->
            out.println(
                "task: "
                    + task
                    + (tasks.size() == 1 ? "" : " (" + String.join(", ", datasets) + ")")));
  }

  private static String dataset(TrialConfig trial) {
    LoadedConfig config = trial.config();
    String source = config.names().of(config.experiment().dataset().source());
    return trial.axes().getOrDefault(DATASET, source);
  }

  /** What decides how data is read: a loss may ask for numbers. */
  private record Reading(DatasetSource source, boolean prefersNumbers) {
    static Reading of(LoadedConfig config) {
      ExperimentConfig experiment = config.experiment();
      return new Reading(experiment.dataset().source(), experiment.loss().prefersNumbers());
    }
  }

  /** What there is to learn, such as {@code classification with 3 classes}. */
  public static String task(Target target) {
    if (target.isClasses()) {
      return "classification with " + target.classes().size() + " classes";
    }
    int columns = target.columns();
    return "regression with " + columns + (columns == 1 ? " target" : " targets");
  }
}
