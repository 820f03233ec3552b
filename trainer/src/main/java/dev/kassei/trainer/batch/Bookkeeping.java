package dev.kassei.trainer.batch;

import dev.kassei.api.result.BatchFiles;
import dev.kassei.trainer.batch.plan.Environment;
import dev.kassei.trainer.batch.plan.Inputs;
import dev.kassei.trainer.batch.plan.PlanLog;
import dev.kassei.trainer.batch.plan.PlanPage;
import dev.kassei.trainer.batch.plan.ResultsFile;
import dev.kassei.trainer.config.BatchConfig;
import dev.kassei.trainer.config.ExperimentException;
import dev.kassei.trainer.config.LoadedConfig;
import dev.kassei.trainer.config.TrialConfig;
import dev.kassei.trainer.result.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** Notes in a batch's folder whose it is, which plan it follows, and where trials are trained. */
final class Bookkeeping {
  private static final String DATASET = "dataset";

  private final BatchConfig batch;
  private final KasseiVersion kassei;
  private final Environment environment;
  private final InputFiles files;
  private final Sha256 keys = new Sha256();

  /**
   * @param files on which trials depend
   */
  Bookkeeping(BatchConfig batch, KasseiVersion kassei, BatchOptions options, InputFiles files) {
    this.files = files;
    this.batch = batch;
    this.kassei = kassei;
    this.environment =
        new Environment(kassei.release(), kassei.code(), options.threads(), Clock.systemUTC());
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
    var inputs = new Inputs(kassei.code(), files.digests(), keys.hex());
    if (log.isCurrent(batch.plan(), inputs)) {
      ResultsFile.retire(path);
    } else {
      ResultsFile.remove(path);
    }
    folder.writeConfig(batch.effectiveIn(path));
    if (log.note(batch, inputs, folder.size()) || Files.notExists(path.resolve(BatchFiles.PLAN))) {
      PlanPage.write(path, batch, kassei.release(), log);
    }
  }

  /** A trial has been trained here. */
  void trained(BatchFolder folder) throws IOException {
    environment.write(folder.path());
  }
}
