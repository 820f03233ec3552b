package dev.kassei.export.mlflow;

import dev.kassei.api.Epoch;
import dev.kassei.batch.run.TrialResult;
import dev.kassei.batch.run.TrialStatus;
import dev.kassei.export.mlflow.MlflowRun.Metric;
import dev.kassei.export.settings.Setting;
import dev.kassei.export.settings.Settings;
import dev.kassei.export.trials.Trials;
import dev.kassei.results.Run;
import dev.kassei.results.file.CsvTable;
import dev.kassei.results.record.BatchFiles;
import dev.kassei.results.record.RunFiles;
import dev.kassei.results.record.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends the folder of a run or of a batch, trial by trial, to a tracking server of MLflow. */
public final class Mlflow {
  private static final String BEST = "best.";

  private final Path folder;
  private final MlflowSettings settings;
  private final Map<String, String> environment;

  private Mlflow(Path folder, MlflowSettings settings, Map<String, String> environment) {
    this.folder = folder;
    this.settings = settings;
    this.environment = environment;
  }

  /**
   * Sends what is in a folder; what does not go through is in the summary.
   *
   * @param uri the address of the server
   * @param environment variables, by the names that MLflow's own client reads
   */
  public static MlflowSummary send(Path folder, String uri, Map<String, String> environment)
      throws IOException {
    return new Mlflow(folder, MlflowSettings.of(uri, environment), environment).send();
  }

  private MlflowSummary send() throws IOException {
    Optional<Trials> trials = Trials.in(folder);
    var summary = new MlflowSummary(settings.name(), folder);
    if (trials.isPresent()) {
      send(trials.get(), summary);
    } else {
      send(Run.read(folder), summary);
    }
    return summary;
  }

  private void send(Run run, MlflowSummary summary) throws IOException {
    MlflowRun sent = of(run, time(RunFiles.RUN));
    String name = settings.experiment().orElse(run.record().name());
    summary.begin(name, 1);
    summary
        .experiment(() -> MlflowExperiment.of(new MlflowClient(settings, environment), name))
        .ifPresent(experiment -> summary.run(sent.name(), () -> experiment.send(sent)));
  }

  private void send(Trials trials, MlflowSummary summary) throws IOException {
    long time = time(BatchFiles.TRIALS);
    String name =
        settings.experiment().orElse(folder.toAbsolutePath().normalize().getFileName().toString());
    summary.begin(name, trials.all().size());
    Optional<MlflowExperiment> experiment =
        summary.experiment(
            () -> MlflowExperiment.of(new MlflowClient(settings, environment), name));
    if (experiment.isPresent()) {
      trials.forEach(
          (trial, curve) -> {
            MlflowRun run = of(trial, curve, time);
            summary.run(run.name(), () -> experiment.get().send(run));
          });
    }
  }

  private long time(String file) throws IOException {
    return Files.getLastModifiedTime(folder.resolve(file)).toMillis();
  }

  private static MlflowRun of(Run run, long time) {
    var metrics = new ArrayList<Metric>();
    CsvTable table = run.metrics();
    for (List<String> row : table.rows()) {
      for (int i = 1; i < table.columns().size(); i++) {
        if (!row.get(i).isEmpty()) {
          metrics.add(
              new Metric(
                  table.columns().get(i),
                  Double.parseDouble(row.get(i)),
                  Long.parseLong(row.get(0))));
        }
      }
    }
    finals("", run.record().metrics(), run.record().epochs(), metrics);
    return new MlflowRun(
        run.record().name(),
        run.record().digest(),
        status(run.record().status()),
        time,
        run.record().versions(),
        texts(Settings.of(run)),
        metrics);
  }

  private static Map<String, String> texts(Map<String, Setting> settings) {
    var texts = new LinkedHashMap<String, String>();
    settings.forEach((name, value) -> texts.put(name, value.text()));
    return texts;
  }

  private static String status(RunStatus status) {
    return switch (status) {
      case COMPLETED -> "FINISHED";
      case DIVERGED -> "FAILED";
      case INTERRUPTED -> "KILLED";
    };
  }

  private static MlflowRun of(TrialResult trial, List<Epoch> curve, long time) {
    var metrics = new ArrayList<Metric>();
    for (Epoch epoch : curve) {
      epoch.metrics().forEach((name, value) -> metrics.add(new Metric(name, value, epoch.epoch())));
    }
    finals("", trial.record().last(), trial.record().epochs(), metrics);
    finals(BEST, trial.record().best(), trial.record().epochs(), metrics);
    return new MlflowRun(
        "trial " + trial.number(),
        trial.record().digest(),
        trial.record().status() == TrialStatus.COMPLETED ? "FINISHED" : "FAILED",
        time,
        Map.of("kassei.key", trial.record().key(), "kassei.reason", trial.record().reason()),
        texts(Settings.of(trial)),
        metrics);
  }

  /** At the step after the last epoch, so that these are the values that MLflow shows. */
  private static void finals(
      String begin, Map<String, Double> values, int epochs, List<Metric> metrics) {
    values.forEach((name, value) -> metrics.add(new Metric(begin + name, value, epochs)));
  }
}
