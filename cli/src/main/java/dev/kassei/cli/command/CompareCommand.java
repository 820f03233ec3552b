package dev.kassei.cli.command;

import dev.kassei.batch.analysis.BatchAnalysis;
import dev.kassei.batch.compare.Choices;
import dev.kassei.batch.compare.JoinedBatches;
import dev.kassei.batch.history.Environment;
import dev.kassei.batch.plan.ComparedEpoch;
import dev.kassei.batch.plan.FileLoader;
import dev.kassei.batch.report.BatchReporter;
import dev.kassei.batch.report.BatchSummary;
import dev.kassei.cli.failure.UsageProblem;
import dev.kassei.cli.terminal.Terminal;
import dev.kassei.experiment.config.Measure;
import dev.kassei.results.TrainingSites;
import dev.kassei.results.json.RecordJson;
import dev.kassei.results.record.BatchRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kassei compare}: the statistics of batches, again and together. */
@Command(
    name = "compare",
    description = {
      "Compares the results of batches so far, from their folders alone. Several batches are"
          + " compared as one: more seeds, or another activation.",
      "",
      "  kassei compare runs/activations",
      "  kassei compare runs/activations runs/more-seeds --out runs/together",
      "",
      "The configuration says what is compared. Options can change it, and the summary then says"
          + " so.",
      ""
    },
    mixinStandardHelpOptions = true)
public final class CompareCommand implements Callable<Integer> {
  @Spec private CommandSpec specification;

  @Parameters(arity = "1..*", paramLabel = "BATCH", description = "Folders of batches.")
  private List<Path> folders = List.of();

  @Option(
      names = "--axis",
      paramLabel = "PATH",
      description = "The axis whose values are compared.")
  private Optional<String> axis = Optional.empty();

  @Option(
      names = "--metric",
      paramLabel = "SPLIT.METRIC",
      description = "The metric that trials are judged by, such as test.accuracy.")
  private Optional<String> metric = Optional.empty();

  @Option(
      names = "--epoch",
      paramLabel = "EPOCH",
      description = "The epoch that counts: last, best or a number.")
  private Optional<String> epoch = Optional.empty();

  @Option(
      names = "--reference",
      paramLabel = "VALUE",
      description = "The value of the axis with which the others are compared.")
  private Optional<String> reference = Optional.empty();

  @Option(
      names = "--rope",
      paramLabel = "NUMBER",
      description = "The region of practical equivalence: smaller differences do not matter.")
  private Optional<Double> rope = Optional.empty();

  @Option(names = "--json", description = "Prints statistics.json instead of a summary.")
  private boolean json;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder to write tables, statistics and summaries to; plot can draw it.")
  private Optional<Path> target = Optional.empty();

  @Mixin private PluginOptions plugins;

  @Override
  public Integer call() throws IOException {
    if (target.isPresent()) {
      OutputFolder.requireNoResults(target.get());
    }
    Choices choices = choices();
    FileLoader loader = plugins.loader(plugins.plugins(), specification.commandLine().getErr());
    boolean needsCurves = target.isPresent() || choices.isEpochNumbered();
    JoinedBatches batches = JoinedBatches.read(folders, loader, Version.code(), needsCurves);
    BatchRecord record = BatchAnalysis.analyse(batches.input(choices, Version.kassei()));
    if (target.isPresent()) {
      write(target.get(), batches, record);
    }
    print(record);
    batches.look(choices);
    return 0;
  }

  private void write(Path out, JoinedBatches batches, BatchRecord record) throws IOException {
    Files.createDirectories(out);
    for (Path folder : folders) {
      Environment.join(folder, out);
    }
    BatchReporter.writeJoined(out, batches.results(), record, command());
    TrainingSites.read(out)
        .caution()
        .ifPresent(caution -> specification.commandLine().getErr().println(caution));
  }

  /** The command as it was given. */
  private List<String> command() {
    CommandLine root = specification.root().commandLine();
    return Stream.concat(
            Stream.of(root.getCommandName()), root.getParseResult().originalArgs().stream())
        .toList();
  }

  private Choices choices() {
    return new Choices(
        axis,
        parsed("--metric", metric, Measure::parse),
        parsed("--epoch", epoch, ComparedEpoch::parse),
        reference,
        rope);
  }

  private static <T> Optional<T> parsed(
      String option, Optional<String> text, Function<String, T> parser) {
    try {
      return text.map(parser);
    } catch (IllegalArgumentException e) {
      throw new UsageProblem(option + ": " + e.getMessage());
    }
  }

  private void print(BatchRecord record) {
    PrintWriter out = specification.commandLine().getOut();
    if (json) {
      var text = new StringWriter();
      RecordJson.write(record, BatchRecord.FORMAT, text);
      out.print(text);
    } else {
      BatchSummary.lines(record, Terminal.outputColumns()).forEach(out::println);
    }
    out.flush();
  }
}
