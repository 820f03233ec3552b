package dev.kassei.cli.command;

import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.plan.FileLoader;
import dev.kassei.batch.plan.Loaded;
import dev.kassei.batch.run.BatchOptions;
import dev.kassei.batch.run.BatchResults;
import dev.kassei.batch.run.Shard;
import dev.kassei.batch.run.ShardFile;
import dev.kassei.batch.saved.SavedResults;
import dev.kassei.batch.saved.SingleTrial;
import dev.kassei.cli.failure.UsageProblem;
import dev.kassei.experiment.checkpoint.Checkpoint;
import dev.kassei.experiment.checkpoint.RunCheckpoint;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.training.HardwareFma;
import dev.kassei.results.RunFolder;
import dev.kassei.results.record.RunFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kassei run}: trains, prints the loss and the predictions, and writes a folder. */
@Command(
    name = "run",
    description = {
      "Trains the networks described in YAML files. Each run gets its own folder with the effective"
          + " configuration, metrics, predictions and weights.",
      ""
    },
    mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {
  private static final Path RUNS = Path.of("runs");
  private static final String SINGLE = "the file describes a single experiment, not a batch";

  @Spec private CommandSpec specification;
  @Mixin private ConfigOptions configs;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "The folder to create the folders of runs and batches in. Default: runs, except that the"
              + " config.yaml of a batch's folder resumes the batch there.")
  private Optional<Path> out = Optional.empty();

  @Mixin private ExecutorOptions executor;

  @Option(
      names = "--dry-run",
      description = "Checks everything and prints the plan of a batch, but trains nothing.")
  private boolean dryRun;

  @Option(
      names = "--resume",
      description =
          "Continues the newest run of this experiment where it was interrupted, to the same bits;"
              + " begins where there is none. The folder of an interrupted run in the place of FILE"
              + " does the same. Batches always resume.")
  private boolean resume;

  @Option(
      names = "--checkpoint",
      paramLabel = "MINUTES",
      description =
          "How much training of a single run a killed process may lose: so often its state is"
              + " written; 0 writes it only when the run is stopped. Default: 1.")
  private double checkpoint = 1;

  @Option(names = "--fail-fast", description = "Stops a batch when a trial fails or diverges.")
  private boolean failFast;

  @Option(
      names = "--trial",
      paramLabel = "ID",
      description =
          "The one trial of a batch to train, to the same bits: its number, or its key in"
              + " trials.csv. FILE is the batch's YAML file or its folder.")
  private Optional<String> trial = Optional.empty();

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      converter = ShardConverter.class,
      description =
          "The share of a batch to train here, such as 3/16, the third of 16, in a folder of its own;"
              + " kassei merge puts all together. auto takes it from a Slurm array job, auto/16 also"
              + " from an indexed job of Kubernetes.")
  private Optional<Shard> shard = Optional.empty();

  @Option(
      names = "--profile",
      description =
          "Prints how much time each step of the plan takes, by layer. For a single run or --trial.")
  private boolean profile;

  @Option(
      names = "--no-plots",
      description = "Draws no pictures and saves nothing for them, as plots: false does.")
  private boolean noPlots;

  @Override
  public Integer call() throws Exception {
    executor.requireSense();
    requireCheckpoint();
    requireNoneInVain();
    PrintWriter err = specification.commandLine().getErr();
    List<Path> files = configs.files(err);
    if (trial.isPresent() && files.size() > 1) {
      throw new UsageProblem(
          "--trial is one of a single batch, but there are %s files".formatted(files.size()));
    }
    FileLoader loader = configs.loader(err);
    if (!dryRun && !HardwareFma.isThere()) {
      err.println(
          "This processor, or Java on it, has no fused multiply-add, which is emulated: training"
              + " takes about ten times as long, to the same bits.");
    }
    int code = 0;
    for (Path file : files) {
      if (files.size() > 1) {
        specification.commandLine().getOut().println("== " + file + " ==");
      }
      code = Math.max(code, Attempt.at(file, err, () -> run(loader, file)));
    }
    return code;
  }

  /** Refuses options that others leave without effect. */
  private void requireNoneInVain() {
    if (dryRun && trial.isPresent()) {
      throw new UsageProblem("--dry-run shows whole batches; leave out --trial");
    }
    if (dryRun && profile) {
      throw new UsageProblem("--dry-run trains nothing to measure; leave out --profile");
    }
    if (shard.isPresent() && (trial.isPresent() || dryRun)) {
      throw new UsageProblem("--shard trains a share of a batch; leave out --trial and --dry-run");
    }
    if (executor.others().isPresent() && (trial.isPresent() || dryRun)) {
      throw new UsageProblem(
          executor.others().get() + " trains whole batches; leave out --trial and --dry-run");
    }
    if (failFast && trial.isPresent()) {
      throw new UsageProblem("--fail-fast is for whole batches; leave it out with --trial");
    }
  }

  private void requireCheckpoint() {
    if (!(checkpoint >= 0 && Double.isFinite(checkpoint))) {
      throw new UsageProblem("--checkpoint: expected 0 or more minutes but was " + checkpoint);
    }
  }

  private int run(FileLoader loader, Path file) throws IOException {
    requireNotEnded(file);
    Loaded loaded = configs.load(loader, file);
    if (profile && trial.isEmpty() && loaded instanceof BatchConfig) {
      throw new ExperimentException(
          "--profile", "a batch has no profile; choose one of its trials with --trial");
    }
    if (failFast && loaded instanceof Loaded.Single) {
      throw new ExperimentException("--fail-fast", SINGLE);
    }
    if (executor.others().isPresent() && loaded instanceof Loaded.Single) {
      throw new ExperimentException(executor.others().get(), SINGLE);
    }
    if (shard.isPresent() && loaded instanceof Loaded.Single) {
      throw new ExperimentException("--shard", SINGLE);
    }
    if (dryRun) {
      return check(loaded, file);
    }
    if (loaded instanceof BatchConfig batch) {
      return trial.isPresent() ? run(batch, trial.get(), file) : train(batch, file);
    }
    if (trial.isPresent()) {
      throw new ExperimentException("--trial", SINGLE);
    }
    return run(((Loaded.Single) loaded).config(), file, Optional.empty());
  }

  /** The folder of a run stands for continuing it; to train it anew is another wish. */
  private void requireNotEnded(Path file) throws IOException {
    boolean isContinued = out.isEmpty() && !dryRun && file.endsWith(RunFiles.CONFIG);
    if (isContinued && configs.isFolderNamed(file)) {
      var folder = new RunFolder(file.resolveSibling(""));
      if (folder.hasEnded()) {
        throw new UsageProblem(
            "the run in '%s' has ended; train it anew with 'kassei run %s', or for more epochs from"
                    .formatted(folder.path(), file)
                + " its weights with training.initial_weights");
      }
    }
  }

  private int check(Loaded loaded, Path file) {
    var check =
        new Check(specification.commandLine().getOut(), specification.commandLine().getErr());
    check.print(loaded, file);
    return 0;
  }

  private int train(BatchConfig batch, Path file) throws IOException {
    Path folder = folder(batch, file);
    BatchOptions options = executor.ofBatch(batch.name(), failFast, !noPlots).of(shard(folder));
    boolean draws = draws(batch.trials().get(0).config());
    var training =
        new BatchTraining(
            specification.commandLine().getOut(),
            specification.commandLine().getErr(),
            options,
            draws);
    return training.run(batch, folder);
  }

  /** A folder of a shard says itself of which. */
  private Optional<Shard> shard(Path folder) throws IOException {
    return shard.isPresent() ? shard : ShardFile.read(folder);
  }

  /** A batch resumes where its folder lies now, unless another place is asked for. */
  private Path folder(BatchConfig batch, Path file) throws IOException {
    Path named = file.resolveSibling("");
    Path beside = named.toString().isEmpty() ? Path.of(".") : named;
    boolean isResumed =
        out.isEmpty()
            && SavedResults.isInResumableBatchFolder(file)
            && (shard.isEmpty() || shard.equals(ShardFile.read(beside)));
    return isResumed
        ? beside
        : parent().resolve(batch.name() + shard.map(Shard::suffix).orElse(""));
  }

  private Path parent() {
    return out.orElse(RUNS);
  }

  /** The folder of a batch knows the settings that were chosen, and the results. */
  private int run(BatchConfig batch, String id, Path file) throws IOException {
    Path folder = file.toAbsolutePath().resolveSibling("");
    BatchResults results =
        SavedResults.isInBatchFolder(file)
            ? SavedResults.read(folder, batch, Version.code(), false)
            : new BatchResults(List.of(), List.of());
    SingleTrial single = SingleTrial.of(batch, results, id, Version.code());
    return run(single.config(), file, single.digest());
  }

  private int run(LoadedConfig config, Path file, Optional<String> expected) throws IOException {
    var training =
        new RunTraining(
            specification.commandLine().getOut(),
            specification.commandLine().getErr(),
            executor.ofRun(profile),
            draws(config),
            new Checkpoint(checkpoint, 0));
    return training.run(config, place(config, file), file, expected);
  }

  /** A run resumes where its folder lies, or in the newest one that has its name. */
  private RunPlace place(LoadedConfig config, Path file) throws IOException {
    String name = config.experiment().name();
    Path beside = file.toAbsolutePath().normalize().getParent();
    if (out.isEmpty() && file.endsWith(RunFiles.CONFIG) && RunCheckpoint.isResumable(beside)) {
      return RunPlace.resumed(new RunFolder(file.resolveSibling("")));
    }
    return resume ? RunPlace.newest(parent(), name) : RunPlace.anew(parent(), name);
  }

  private boolean draws(LoadedConfig config) {
    return !noPlots && config.experiment().plots().draw();
  }
}
