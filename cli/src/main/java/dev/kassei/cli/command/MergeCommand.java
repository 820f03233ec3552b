package dev.kassei.cli.command;

import dev.kassei.batch.plan.BatchConfig;
import dev.kassei.batch.run.BatchOptions;
import dev.kassei.cli.failure.UsageProblem;
import dev.kassei.experiment.training.RunOptions;
import dev.kassei.results.record.BatchFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
      ""
    },
    mixinStandardHelpOptions = true)
public final class MergeCommand implements Callable<Integer> {
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

  @Option(names = "--no-plots", description = "Draws no pictures.")
  private boolean noPlots;

  @Override
  public Integer call() throws IOException {
    Path config = config(folders.get(0));
    BatchConfig batch =
        plugins
            .loader(plugins.plugins(), specification.commandLine().getErr())
            .batch(config, List.of());
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
    return training.merge(batch, folders, out);
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
