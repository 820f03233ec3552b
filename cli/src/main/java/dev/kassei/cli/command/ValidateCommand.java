package dev.kassei.cli.command;

import dev.kassei.batch.plan.FileLoader;
import dev.kassei.batch.plan.Loaded;
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
    description = {"Checks experiments, their data and their networks without training.", ""},
    mixinStandardHelpOptions = true)
public final class ValidateCommand implements Callable<Integer> {
  @Spec private CommandSpec specification;
  @Mixin private ConfigOptions configs;

  @Option(
      names = "--effective",
      description = "Prints the effective configuration, with every default spelled out.")
  private boolean effective;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = specification.commandLine().getOut();
    PrintWriter err = specification.commandLine().getErr();
    int code = 0;
    List<Path> files = configs.files(err);
    FileLoader loader = configs.loader(err);
    for (Path file : files) {
      code = Math.max(code, Attempt.at(file, err, () -> validate(loader, file, out)));
    }
    return code;
  }

  private int validate(FileLoader loader, Path file, PrintWriter out) {
    Loaded loaded = configs.load(loader, file);
    var check = new Check(out, specification.commandLine().getErr());
    if (effective) {
      check.printEffective(loaded);
    } else {
      check.print(loaded, file);
    }
    return 0;
  }
}
