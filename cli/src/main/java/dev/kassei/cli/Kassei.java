package dev.kassei.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command {@code kassei}.
 *
 * <p>Exit codes: 0 done, 1 a run failed, 2 something the user can fix.
 */
@Command(
    name = "kassei",
    description = "Trains neural networks described in YAML and compares activation functions.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class Kassei implements Runnable {

  @Spec private CommandSpec specification;

  Kassei() {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Kassei()).execute(arguments));
  }

  @Override
  public void run() {
    throw new ParameterException(specification.commandLine(), "Expected a command.");
  }
}
