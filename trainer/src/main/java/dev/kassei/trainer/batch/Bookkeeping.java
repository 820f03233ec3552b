package dev.kassei.trainer.batch;

import dev.kassei.api.result.BatchFiles;
import dev.kassei.trainer.batch.plan.Environment;
import dev.kassei.trainer.batch.plan.PlanLog;
import dev.kassei.trainer.batch.plan.PlanPage;
import dev.kassei.trainer.batch.plan.ResultsFile;
import dev.kassei.trainer.config.BatchConfig;
import dev.kassei.trainer.config.ExperimentException;
import dev.kassei.trainer.config.LoadedConfig;
import dev.kassei.trainer.config.TrialConfig;
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

  Bookkeeping(BatchConfig batch, KasseiVersion kassei, BatchOptions options) {
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

  /** Takes the fingerprint of a trial's data. */
  void data(TrialConfig trial, String fingerprint) {
    LoadedConfig config = trial.config();
    String axis = trial.axes().get(DATASET);
    environment.data(
        axis == null ? config.names().of(config.experiment().dataset().source()) : axis,
        fingerprint);
  }

  /** From here on the folder is that of this plan; nothing has been changed before. */
  void begin(BatchFolder folder) throws IOException {
    Path path = folder.path();
    var log = PlanLog.read(path);
    log.requireOwner(batch);
    if (log.isCurrent(batch.plan())) {
      ResultsFile.retire(path);
    } else {
      ResultsFile.remove(path);
    }
    folder.writeConfig(batch.effectiveIn(path));
    if (log.note(batch, folder.size()) || Files.notExists(path.resolve(BatchFiles.PLAN))) {
      PlanPage.write(path, batch, kassei.release(), log);
    }
  }

  /** A trial has been trained here. */
  void trained(BatchFolder folder) throws IOException {
    environment.write(folder.path());
  }
}
