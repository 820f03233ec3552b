package dev.kassei.cli;

import dev.kassei.cli.command.CheckCommand;
import dev.kassei.cli.command.CompareCommand;
import dev.kassei.cli.command.CompletionCommand;
import dev.kassei.cli.command.DoctorCommand;
import dev.kassei.cli.command.EvaluateCommand;
import dev.kassei.cli.command.ExportCommand;
import dev.kassei.cli.command.GalleryCommand;
import dev.kassei.cli.command.HelpCommand;
import dev.kassei.cli.command.ListCommand;
import dev.kassei.cli.command.MergeCommand;
import dev.kassei.cli.command.NewCommand;
import dev.kassei.cli.command.PlotCommand;
import dev.kassei.cli.command.PluginExitReport;
import dev.kassei.cli.command.PluginWatch;
import dev.kassei.cli.command.PredictCommand;
import dev.kassei.cli.command.RunCommand;
import dev.kassei.cli.command.RunsCommand;
import dev.kassei.cli.command.SchemaCommand;
import dev.kassei.cli.command.ShowCommand;
import dev.kassei.cli.command.ValidateCommand;
import dev.kassei.cli.command.Version;
import dev.kassei.cli.failure.Failures;
import dev.kassei.cli.terminal.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;

/**
 * The command {@code kassei}.
 *
 * <p>Exit codes: 0 done, 1 a run or trial failed, 2 something the user can fix, 75 the machine was
 * in the way and the same may succeed later or elsewhere, 130 interrupted.
 */
@Command(
    name = "kassei",
    description = "Trains neural networks described in YAML and compares activation functions.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:a run or trial failed, or something is missing",
      "2:something you can fix",
      "75:the machine was in the way; try again",
      "130:interrupted, or 143 by TERM; what has ended is saved"
    },
    footer = {"", "Try: kassei run configs/xor-perceptron.yaml"})
public final class Kassei implements Runnable {
  private static final List<Class<?>> COMMANDS =
      List.of(
          RunCommand.class,
          RunsCommand.class,
          ValidateCommand.class,
          ListCommand.class,
          ShowCommand.class,
          GalleryCommand.class,
          CheckCommand.class,
          PlotCommand.class,
          CompareCommand.class,
          MergeCommand.class,
          PredictCommand.class,
          EvaluateCommand.class,
          ExportCommand.class,
          NewCommand.class,
          SchemaCommand.class,
          DoctorCommand.class,
          CompletionCommand.class,
          HelpCommand.class);

  /** Those that tell of all the others. */
  private static final Set<Class<?>> OF_ALL = Set.of(CompletionCommand.class, HelpCommand.class);

  /** Picocli has no narrower one. */
  private static final int NARROWEST_HELP = 55;

  @Spec private CommandSpec specification;

  Kassei() {}

  public static void main(String[] arguments) {
    // before anything draws: no display is needed
    System.setProperty("java.awt.headless", "true");
    var out =
        new StandardOutput(new FileOutputStream(FileDescriptor.out), Path.of("/proc/self/fd/1"));
    CommandLine kassei = commandLine(arguments).setOut(out.writer());
    PluginExitReport.add(kassei.getErr());
    int code = kassei.execute(arguments);
    System.exit(out.ended(code, kassei.getErr()));
  }

  /** The command with its streams and its ways to fail, ready for these arguments. */
  static CommandLine commandLine(String... arguments) {
    var kassei = new CommandLine(new Kassei());
    wanted(arguments).forEach(kassei::addSubcommand);
    return kassei
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler((problem, words) -> report(problem))
        .setExecutionStrategy(Kassei::execute)
        .setExecutionExceptionHandler(
            (problem, command, parsed) ->
                Failures.report(problem, ConsoleWriter.over(command.getErr())))
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  /** One line, but for the whole help where nothing was typed. */
  private static int report(ParameterException problem) {
    CommandLine command = problem.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(command.getColorScheme().errorText(Visible.text(Mistyped.line(problem))));
    if (command.getParseResult().originalArgs().isEmpty()) {
      command.usage(err, command.getColorScheme());
    }
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static int execute(ParseResult parsed) {
    if (!asksForHelp(parsed)) {
      return executeVisibly(parsed);
    }
    int columns = Math.min(Terminal.outputColumns(), UsageMessageSpec.DEFAULT_USAGE_WIDTH);
    parsed.commandSpec().commandLine().setUsageHelpWidth(Math.max(columns, NARROWEST_HELP));
    // help has colours, which are commands to the terminal
    return new RunLast().execute(parsed);
  }

  private static boolean asksForHelp(ParseResult parsed) {
    return parsed.isUsageHelpRequested()
        || parsed.commandSpec().helpCommand()
        || parsed.isVersionHelpRequested()
        || (parsed.hasSubcommand() && asksForHelp(parsed.subcommand()));
  }

  /** Plugins may fail by errors, too, which picocli leaves alone. */
  private static int executeVisibly(ParseResult parsed) {
    CommandLine kassei = parsed.commandSpec().commandLine();
    PrintWriter out = kassei.getOut();
    PrintWriter err = kassei.getErr();
    PrintWriter visible = ConsoleWriter.over(err);
    kassei.setOut(ConsoleWriter.over(out)).setErr(visible);
    PluginWatch watch = PluginWatch.start(visible);
    try {
      return new RunLast().execute(parsed);
    } catch (LinkageError | StackOverflowError | OutOfMemoryError e) {
      return Failures.report(e, visible);
    } finally {
      watch.end();
      kassei.setOut(out).setErr(err);
    }
  }

  /**
   * The command that is asked for; all of them, which takes longer, for help, mistakes and
   * completion alone.
   */
  private static List<Class<?>> wanted(String... arguments) {
    for (Class<?> type : COMMANDS) {
      if (arguments.length > 0
          && !OF_ALL.contains(type)
          && type.getAnnotation(Command.class).name().equals(arguments[0])) {
        return List.of(type);
      }
    }
    return COMMANDS;
  }

  @Override
  public void run() {
    throw new ParameterException(specification.commandLine(), "expected a command, such as run");
  }
}
