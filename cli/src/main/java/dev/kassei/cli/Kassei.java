package dev.kassei.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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
    subcommands = {
      RunCommand.class,
      ValidateCommand.class,
      ListCommand.class,
      ShowCommand.class,
      GalleryCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:a run failed", "2:something you can fix"},
    footer = {"", "Try: kassei run configs/xor-perceptron.yaml"})
public final class Kassei implements Runnable {

  @Spec private CommandSpec specification;

  Kassei() {}

  public static void main(String[] arguments) {
    // before anything draws: no display is needed
    System.setProperty("java.awt.headless", "true");
    String terminalKind = System.getenv().getOrDefault("TERM", "");
    IncubatorNotice.erase(System.err, Boolean.getBoolean("kassei.terminal"), terminalKind);
    System.exit(commandLine().execute(arguments));
  }

  /** The command with its streams and its ways to fail. */
  static CommandLine commandLine() {
    return new CommandLine(new Kassei())
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .setExecutionExceptionHandler(
            (problem, command, parsed) -> Failures.report(problem, command.getErr()))
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  @Override
  public void run() {
    throw new ParameterException(specification.commandLine(), "Expected a command.");
  }
}
