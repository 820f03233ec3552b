package dev.kassei.cli.completion;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A program as shells complete it.
 *
 * @param name what is typed to start it
 * @param options those that stand before a command
 */
record Program(String name, List<Option> options, List<Command> commands) {
  Program {
    options = List.copyOf(options);
    commands = List.copyOf(commands);
  }

  /**
   * One of its commands.
   *
   * @param parameters what stands in each place behind the options, and in the last more often
   */
  record Command(String name, String description, List<Option> options, List<Values> parameters) {
    Command {
      options = List.copyOf(options);
      parameters = List.copyOf(parameters);
    }
  }

  /**
   * An option.
   *
   * @param value what follows it; empty if nothing does
   */
  record Option(List<String> names, String description, Optional<Values> value) {
    Option {
      names = List.copyOf(names);
    }
  }

  static Program of(CommandSpec program, Words words) {
    List<Command> commands =
        program.subcommands().values().stream()
            .map(CommandLine::getCommandSpec)
            .map(command -> command(command, words))
            .toList();
    return new Program(program.name(), options(program, words), commands);
  }

  private static Command command(CommandSpec command, Words words) {
    List<Values> parameters =
        command.positionalParameters().stream()
            .map(each -> values(command, each.paramLabel(), each, words))
            .toList();
    return new Command(
        command.name(),
        first(command.usageMessage().description()),
        options(command, words),
        parameters);
  }

  private static List<Option> options(CommandSpec command, Words words) {
    return command.options().stream().map(option -> option(command, option, words)).toList();
  }

  private static Option option(CommandSpec command, OptionSpec option, Words words) {
    Optional<Values> value =
        option.arity().max() == 0
            ? Optional.empty()
            : Optional.of(values(command, option.longestName(), option, words));
    return new Option(List.of(option.names()), first(option.description()), value);
  }

  private static Values values(CommandSpec command, String name, ArgSpec argument, Words words) {
    return words.of(command.name() + " " + name, argument);
  }

  /** The first sentence. */
  private static String first(String[] description) {
    return description.length == 0 ? "" : description[0].split("(?<=[.:]) ", 2)[0];
  }

  /** All lists of words, each once, so that scripts name them by their number. */
  List<List<String>> lists() {
    var lists = new LinkedHashSet<List<String>>();
    for (Command command : commands) {
      command.options().forEach(option -> option.value().ifPresent(it -> lists.add(it.words())));
      command.parameters().forEach(values -> lists.add(values.words()));
    }
    lists.remove(List.of());
    return new ArrayList<>(lists);
  }
}
