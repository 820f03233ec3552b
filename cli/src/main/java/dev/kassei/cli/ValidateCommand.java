package dev.kassei.cli;

import dev.kassei.api.Listener;
import dev.kassei.trainer.config.ConfigLoader;
import dev.kassei.trainer.config.LoadedConfig;
import dev.kassei.trainer.training.Experiment;
import dev.kassei.trainer.training.RunOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kassei validate}: everything that {@code run} checks before it trains. */
@Command(
    name = "validate",
    description = "Checks experiments, their data and their networks without training.",
    mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
  @Spec private CommandSpec specification;
  @Mixin private ConfigOptions configs;

  @Option(
      names = "--effective",
      description = "Prints the effective configuration: every default spelled out.")
  private boolean effective;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = specification.commandLine().getOut();
    PrintWriter err = specification.commandLine().getErr();
    int code = 0;
    List<Path> files = configs.files();
    ConfigLoader loader = configs.loader(err);
    for (Path file : files) {
      code = Math.max(code, Attempt.at(file, err, () -> validate(loader, file, out)));
    }
    return code;
  }

  private int validate(ConfigLoader loader, Path file, PrintWriter out) {
    LoadedConfig config = configs.load(loader, file);
    Experiment.of(config).prepare(new Listener() {}, new RunOptions());
    out.print(effective ? config.effective() : file + ": ok" + System.lineSeparator());
    out.flush();
    return 0;
  }
}
