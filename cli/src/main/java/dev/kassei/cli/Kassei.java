package dev.kassei.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
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
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:a run failed", "2:something you can fix"},
    footer = {"", "Try: kassei run configs/xor-perceptron.yaml"})
public final class Kassei implements Runnable {
  private static final List<Class<?>> COMMANDS =
      List.of(
          RunCommand.class,
          ValidateCommand.class,
          ListCommand.class,
          ShowCommand.class,
          GalleryCommand.class,
          CheckCommand.class,
          PlotCommand.class,
          CompareCommand.class,
          NewCommand.class);

  @Spec private CommandSpec specification;

  Kassei() {}

  public static void main(String[] arguments) {
    // before anything draws: no display is needed
    System.setProperty("java.awt.headless", "true");
    String terminalKind = System.getenv().getOrDefault("TERM", "");
    IncubatorNotice.erase(System.err, Boolean.getBoolean("kassei.terminal"), terminalKind);
    System.exit(commandLine(arguments).execute(arguments));
  }

  /** The command with its streams and its ways to fail, ready for these arguments. */
  static CommandLine commandLine(String... arguments) {
    var kassei = new CommandLine(new Kassei());
    wanted(arguments).forEach(kassei::addSubcommand);
    return kassei
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .setExecutionStrategy(Kassei::execute)
        .setExecutionExceptionHandler(
            (problem, command, parsed) -> Failures.report(problem, command.getErr()))
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  /** Plugins may fail by errors, too, which picocli leaves alone. */
  private static int execute(ParseResult parsed) {
    try {
      return new RunLast().execute(parsed);
    } catch (LinkageError | StackOverflowError e) {
      return Failures.report(e, parsed.commandSpec().commandLine().getErr());
    }
  }

  /**
   * The command that is asked for; all of them, which takes longer, for help and mistakes alone.
   */
  private static List<Class<?>> wanted(String... arguments) {
    for (Class<?> type : COMMANDS) {
      if (arguments.length > 0 && type.getAnnotation(Command.class).name().equals(arguments[0])) {
        return List.of(type);
      }
    }
    return COMMANDS;
  }

  @Override
  public void run() {
    throw new ParameterException(specification.commandLine(), "Expected a command.");
  }
}
