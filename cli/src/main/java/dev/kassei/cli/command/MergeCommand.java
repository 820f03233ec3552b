package dev.kassei.cli.command;

import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.run.BatchOptions;
import dev.kassei.batch.run.ShardJournals;
import dev.kassei.cli.failure.UsageProblem;
import dev.kassei.experiment.config.tree.ConfigurationException;
import dev.kassei.experiment.training.RunOptions;
import dev.kassei.results.record.BatchFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kassei merge}: one batch of its shards. */
@Command(
    name = "merge",
    description = {
      "Puts the results of shards into one folder, which is then that of the whole batch, to the same"
          + " bits as if it had not been divided. Shards may come in any order, later, or twice.",
      "",
      "  kassei run batch.yaml --shard 1/2",
      "  kassei run batch.yaml --shard 2/2",
      "  kassei merge runs/batch-shard-* --out runs/batch",
      "",
      "What is missing is said, with the commands that train it; the exit code is then 1.",
      "",
      "Data and plugins are looked for where the first shard says. Where they are elsewhere, as on"
          + " another machine, name the file of the batch:",
      "",
      "  kassei merge batch-shard-* --config batch.yaml --out runs/batch",
      ""
    },
    mixinStandardHelpOptions = true)
public final class MergeCommand implements Callable<Integer> {
  private static final String ELSEWHERE =
      "\nIf data or plugins are elsewhere here, name the file of the batch: --config FILE";

  @Spec private CommandSpec specification;
  @Mixin private PluginOptions plugins;

  @Parameters(arity = "1..*", paramLabel = "DIR", description = "The folders of shards.")
  private List<Path> folders = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "The folder of the whole batch, made if there is none.")
  private Path out = Path.of("");

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "The file of the batch, where its data and plugins are. By default the first shard's"
              + " config.yaml.")
  private Optional<Path> config = Optional.empty();

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description =
          "Sets a value in the configuration, as the shards had it, or where paths start: --set"
              + " folder=DIR. Repeatable.")
  private List<String> settings = new ArrayList<>();

  @Option(names = "--no-plots", description = "Draws no pictures.")
  private boolean noPlots;

  @Override
  public Integer call() throws IOException {
    Path first = config(folders.get(0));
    var journals = new ShardJournals(folders);
    BatchConfig batch = batch(first);
    boolean draws = !noPlots && batch.trials().get(0).config().experiment().plots().draw();
    var options =
        new BatchOptions(
            Runtime.getRuntime().availableProcessors(),
            Optional.empty(),
            RunOptions.Kernels.AUTO,
            false,
            !noPlots);
    var training =
        new BatchTraining(
            specification.commandLine().getOut(),
            specification.commandLine().getErr(),
            options,
            draws);
    return training.merge(batch, journals, out);
  }

  private BatchConfig batch(Path first) {
    try {
      return plugins
          .loader(plugins.plugins(), specification.commandLine().getErr())
          .batch(config.orElse(first), settings);
    } catch (ConfigurationException e) {
      throw config.isPresent() ? e : new UsageProblem(e.getMessage() + ELSEWHERE);
    }
  }

  private static Path config(Path folder) {
    Path config = folder.resolve(BatchFiles.CONFIG);
    if (!Files.isRegularFile(config)) {
      throw new UsageProblem(
          "'%s' is not the folder of a shard: it holds no %s".formatted(folder, BatchFiles.CONFIG));
    }
    return config;
  }
}
