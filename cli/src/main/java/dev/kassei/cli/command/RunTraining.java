package dev.kassei.cli.command;

import dev.kassei.batch.run.StopSignal;
import dev.kassei.cli.failure.Failures;
import dev.kassei.cli.progress.ProgressBar;
import dev.kassei.cli.progress.StatusLine;
import dev.kassei.cli.progress.TrainingOutput;
import dev.kassei.cli.project.ShellWord;
import dev.kassei.cli.sheet.DataNotes;
import dev.kassei.cli.sheet.PredictionOutput;
import dev.kassei.cli.sheet.ProfileOutput;
import dev.kassei.experiment.checkpoint.Checkpoint;
import dev.kassei.experiment.checkpoint.RunCheckpoint;
import dev.kassei.experiment.checkpoint.StateOwner;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.config.Training;
import dev.kassei.experiment.data.SplitData;
import dev.kassei.experiment.plugin.PluginFailure;
import dev.kassei.experiment.training.Checkpoints;
import dev.kassei.experiment.training.ExperimentCache;
import dev.kassei.experiment.training.InitialScale;
import dev.kassei.experiment.training.LaneTrainer;
import dev.kassei.experiment.training.Outcome;
import dev.kassei.experiment.training.PreparedTrial;
import dev.kassei.experiment.training.RunOptions;
import dev.kassei.experiment.training.RunWriter;
import dev.kassei.experiment.training.TrialState;
import dev.kassei.results.RunFolder;
import dev.kassei.results.file.Sync;
import dev.kassei.results.record.RunEnd;
import dev.kassei.results.record.RunRecord;
import dev.kassei.results.text.Noun;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** Trains one experiment, and saves what it came to when the process is asked to end. */
final class RunTraining {
  private final PrintWriter out;
  private final PrintWriter err;
  private final RunOptions options;
  private final boolean draws;
  private final Checkpoint when;
  private final StopSignal stop;

  /**
   * @param draws whether pictures and a report are wanted
   * @param when the state of the run is written
   */
  RunTraining(
      PrintWriter out, PrintWriter err, RunOptions options, boolean draws, Checkpoint when) {
    this(out, err, options, draws, when, new StopSignal());
  }

  RunTraining(
      PrintWriter out,
      PrintWriter err,
      RunOptions options,
      boolean draws,
      Checkpoint when,
      StopSignal stop) {
    this.out = out;
    this.err = err;
    this.options = options;
    this.draws = draws;
    this.when = when;
    this.stop = stop;
  }

  /**
   * Trains and prints the results.
   *
   * @param file named in messages
   * @param expected the digest of the same trial in its batch, if it is known
   * @return the exit code
   */
  int run(LoadedConfig config, RunPlace place, Path file, Optional<String> expected)
      throws IOException {
    var experiments = new ExperimentCache();
    var status = new StatusLine(err);
    SplitData data = status.during("reading the data …", () -> experiments.data(config));
    DataNotes.print(data, out);
    InitialScale.hint(config, data).ifPresent(out::println);
    PreparedTrial trial = experiments.prepare(config);
    PreparedTrial recorded = draws ? trial.recorded(config.experiment().plots()) : trial;
    try (var trainer = new LaneTrainer(options, stop::isRequested)) {
      Training training = config.experiment().training();
      var progress = new ProgressBar(status, training.epochs());
      LaneTrainer.Run run = trainer.prepare(recorded, new TrainingOutput(training, out, progress));
      return run(new Prepared(config, trial, run, file), place, expected);
    }
  }

  private record Prepared(
      LoadedConfig config, PreparedTrial trial, LaneTrainer.Run run, Path file) {
    RunWriter writer() {
      return new RunWriter(config, trial.data(), Version.kassei());
    }
  }

  /** The folder is made, and written to, before the training that would be lost. */
  private int run(Prepared prepared, RunPlace place, Optional<String> expected) throws IOException {
    RunFolder folder = place.created().get();
    boolean isResumed = place.resumed().isPresent();
    try (RunCheckpoint checkpoint = RunCheckpoint.open(folder)) {
      Saved saved =
          isResumed
              ? save(prepared, folder, checkpoint, true)
              : begun(prepared, folder, checkpoint);
      return saved.outcome().end() == RunEnd.INTERRUPT
          ? InterruptGuard.INTERRUPTED
          : ended(prepared, saved, folder, expected);
    }
  }

  /** A run that came to nothing, as with inputs that a layer refuses, leaves no folder. */
  private Saved begun(Prepared prepared, RunFolder folder, RunCheckpoint checkpoint)
      throws IOException {
    var guard = new PluginExitGuard(() -> leave(folder, checkpoint));
    try {
      prepared.writer().writeConfig(folder);
      return save(prepared, folder, checkpoint, false);
    } finally {
      guard.release();
      leave(folder, checkpoint);
    }
  }

  private static void leave(RunFolder folder, RunCheckpoint checkpoint) throws IOException {
    if (!folder.hasResults() && !checkpoint.hasState()) {
      checkpoint.delete();
      folder.delete();
    }
  }

  private record Saved(Outcome outcome, RunRecord record) {}

  /** Trains and writes what came out; until all is written the process does not end. */
  private Saved save(
      Prepared prepared, RunFolder folder, RunCheckpoint checkpoint, boolean isResumed)
      throws IOException {
    var guard = new InterruptGuard(stop, err, "saving the run in " + folder.path());
    try {
      Outcome outcome = train(prepared, folder, checkpoint, isResumed);
      folder.deleteResults();
      RunRecord record = prepared.writer().write(outcome, folder);
      prepared.run().savedIn(folder.path());
      if (outcome.end() == RunEnd.INTERRUPT) {
        interrupted(record, folder);
      } else {
        checkpoint.delete();
      }
      return new Saved(outcome, record);
    } finally {
      guard.release();
    }
  }

  private Outcome train(
      Prepared prepared, RunFolder folder, RunCheckpoint checkpoint, boolean isResumed)
      throws IOException {
    Optional<StateOwner> owner = owner(prepared, isResumed);
    Optional<TrialState> state =
        isResumed && owner.isPresent() ? checkpoint.find(owner.get()) : Optional.empty();
    state.ifPresent(this::resumes);
    Checkpoints checkpoints =
        owner.map(each -> checkpoint.taking(each, when, Sync.DISK)).orElse(Checkpoints.NONE);
    try {
      String name = prepared.config().experiment().name();
      prepared.run().startsIn(name, folder.path(), state);
      return prepared.run().train(state, checkpoints);
    } catch (UncheckedIOException e) {
      if (PluginFailure.of(e).isPresent()) {
        throw e;
      }
      throw e.getCause();
    }
  }

  /** What cannot be named in another process can be trained in this one. */
  private Optional<StateOwner> owner(Prepared prepared, boolean isResumed) {
    try {
      return Optional.of(StateOwner.of(prepared.config(), prepared.trial(), Version.code()));
    } catch (ExperimentException e) {
      if (isResumed) {
        throw e;
      }
      err.println("warning: if this run is interrupted, it cannot resume: " + e.getMessage());
      return Optional.empty();
    }
  }

  private void resumes(TrialState state) {
    out.printf(
        "Resumes at step %s, after %s%n",
        state.position().steps(), Noun.EPOCH.count(state.epochs().size()));
    out.flush();
  }

  /** Flushed, since the process may end before it comes to that. */
  private void interrupted(RunRecord record, RunFolder folder) {
    err.println(record.ending());
    err.println(
        "what it came to is saved; continue with: kassei run " + ShellWord.of(folder.path()));
    err.flush();
    out.println(folder.path());
    out.flush();
  }

  private int ended(Prepared prepared, Saved saved, RunFolder folder, Optional<String> expected) {
    Outcome outcome = saved.outcome();
    RunRecord record = saved.record();
    new PredictionOutput(out, prepared.trial().data()).print(outcome);
    if (options.isProfiled()) {
      new ProfileOutput(prepared.run().profile()).print(out);
    }
    if (!record.ending().isEmpty()) {
      out.println(record.ending());
    }
    outcome.failure().ifPresent(reason -> err.println(prepared.file() + ": " + reason));
    out.println("Digest: " + record.digest());
    boolean differs = expected.isPresent() && !expected.get().equals(record.digest());
    if (differs) {
      err.println(prepared.file() + ": the digest was " + expected.get() + " in the batch");
    }
    out.println(draws ? Drawing.draw(folder.path(), err) : folder.path());
    return outcome.failure().isPresent() || differs ? Failures.FAILED : 0;
  }
}
