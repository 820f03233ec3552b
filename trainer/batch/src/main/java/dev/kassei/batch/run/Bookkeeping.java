package dev.kassei.batch.run;

import dev.kassei.batch.history.Environment;
import dev.kassei.batch.history.Inputs;
import dev.kassei.batch.history.PlanLog;
import dev.kassei.batch.history.PlanPage;
import dev.kassei.batch.history.Site;
import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.plan.TrialConfig;
import dev.kassei.experiment.checkpoint.InputFiles;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.results.ResultsFile;
import dev.kassei.results.Sha256;
import dev.kassei.results.record.BatchFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Notes in a batch's folder whose it is, which plan it follows, and where trials are trained. */
final class Bookkeeping {
  private static final String DATASET = "dataset";

  private final BatchConfig batch;
  private final KasseiVersion kassei;
  private final Environment environment;
  private final InputFiles files;
  private final Sha256 keys = new Sha256();
  private Optional<Inputs> inputs = Optional.empty();

  /**
   * @param files on which trials depend
   */
  Bookkeeping(BatchConfig batch, KasseiVersion kassei, InputFiles files) {
    this.files = files;
    this.batch = batch;
    this.kassei = kassei;
    this.environment = new Environment(Clock.systemUTC());
  }

  /**
   * Looks at a folder without changing it.
   *
   * @throws ExperimentException if it holds something else, or the batch of another file
   */
  void requireOwner(Path folder) throws IOException {
    BatchFolder.requireBatch(folder);
    PlanLog.read(folder).requireOwner(batch);
  }

  /**
   * Takes the key of a trial, which stands for all of its kind, and the fingerprint of its data.
   */
  void checked(TrialConfig trial, Job job) {
    keys.add(job.key());
    LoadedConfig config = trial.config();
    String axis = trial.axes().get(DATASET);
    environment.data(
        axis == null ? config.names().of(config.experiment().dataset().source()) : axis,
        job.data());
  }

  /**
   * From here on the folder is that of this plan; nothing has been changed before. To be called
   * once, after all has been checked.
   */
  void begin(BatchFolder folder) throws IOException {
    Path path = folder.path();
    var log = PlanLog.read(path);
    log.requireOwner(batch);
    if (log.isCurrent(batch.plan(), inputs())) {
      ResultsFile.retire(path);
    } else {
      ResultsFile.remove(path);
    }
    folder.writeConfig(batch.effectiveIn(path));
    if (log.note(batch, inputs(), folder.size())
        || Files.notExists(path.resolve(BatchFiles.PLAN))) {
      PlanPage.write(path, batch, kassei.release(), log);
    }
  }

  /** What results depend on beside the plan. To be asked after all has been checked. */
  Inputs inputs() {
    Inputs all = inputs.orElseGet(() -> new Inputs(kassei.code(), files.digests(), keys.hex()));
    inputs = Optional.of(all);
    return all;
  }

  /** Trials have been trained by a process. */
  void trained(BatchFolder folder, Site site) throws IOException {
    environment.write(folder.path(), site);
  }
}
