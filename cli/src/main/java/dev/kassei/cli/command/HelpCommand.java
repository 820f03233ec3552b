package dev.kassei.cli.command;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code kassei help}: what {@code --help} shows, for those who type the word. */
@Command(
    name = "help",
    description = "Shows the commands, or what one of them takes, as --help does.",
    helpCommand = true)
public final class HelpCommand implements Runnable {
  @Spec private CommandSpec specification;

  @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command. Default: all.")
  private Optional<String> name = Optional.empty();

  @Override
  public void run() {
    CommandLine kassei = specification.root().commandLine();
    CommandLine asked = name.map(word -> command(kassei, word)).orElse(kassei);
    asked.usage(kassei.getOut(), kassei.getColorScheme());
  }

  private static CommandLine command(CommandLine kassei, String word) {
    return Optional.ofNullable(kassei.getSubcommands().get(word))
        .orElseThrow(() -> new UnmatchedArgumentException(kassei, List.of(word)));
  }
}
