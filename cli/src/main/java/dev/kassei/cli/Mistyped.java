package dev.kassei.cli;

import dev.kassei.experiment.config.advice.Suggestions;
import dev.kassei.experiment.plugin.Plugins;
import dev.kassei.experiment.schema.ExperimentSchema;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A command line that cannot be understood, and what was meant by it, in one line. */
final class Mistyped {
  private static final String SET = "--set";
  private static final Pattern CONSTANTS = Pattern.compile("\\[([^]]*)] \\(case-insensitive\\)");

  private final CommandSpec command;

  private Mistyped(CommandSpec command) {
    this.command = command;
  }

  /** What is wrong, and what was meant. */
  static String line(ParameterException problem) {
    CommandSpec command = problem.getCommandLine().getCommandSpec();
    return command.qualifiedName() + ": " + new Mistyped(command).described(problem);
  }

  private String described(ParameterException problem) {
    List<String> unmatched = unmatched(problem);
    Optional<String> option = unmatched.stream().filter(word -> word.matches("-.+")).findFirst();
    if (option.isPresent()) {
      return unknownOption(option.get().replaceFirst("=.*", ""));
    }
    if (problem instanceof MissingParameterException missing) {
      return missing(missing.getMissing().get(0), problem.getMessage());
    }
    return unmatched.isEmpty() ? asTyped(problem.getMessage()) : surplus(unmatched.get(0));
  }

  /** The names of constants, which picocli lists as Java has them, as help and docs have them. */
  private static String asTyped(String message) {
    return CONSTANTS
        .matcher(message)
        .replaceFirst(list -> "[" + list.group(1).toLowerCase(Locale.ROOT) + "]");
  }

  /**
   * What nobody takes; picocli tells it as the problem only where nothing is missing, which may be
   * so because of it.
   */
  private static List<String> unmatched(ParameterException problem) {
    return problem instanceof UnmatchedArgumentException unmatched
        ? unmatched.getUnmatched()
        : problem.getCommandLine().getUnmatchedArguments();
  }

  private String unknownOption(String option) {
    String key = option.replaceFirst("^-+", "").replace('-', '_').toLowerCase(Locale.ROOT);
    List<String> options =
        command.options().stream().flatMap(each -> Stream.of(each.names())).toList();
    List<String> settings = settings();
    String meant =
        Suggestions.nearestWord(option, options)
            .or(() -> setting(Suggestions.nearestKey(key, keys(settings)).orElse(""), settings))
            .map("did you mean %s?"::formatted)
            .orElseGet(this::help);
    return "there is no option '%s'; %s".formatted(option, meant);
  }

  /** The paths that can be set, if any can. */
  private List<String> settings() {
    return command.findOption(SET) == null
        ? List.of()
        : new ExperimentSchema(Plugins.builtIn()).names().toList();
  }

  private static List<String> keys(Collection<String> paths) {
    return paths.stream().map(Mistyped::key).distinct().toList();
  }

  private static String key(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** How a key is set, by the shortest of the paths that end with it. */
  private static Optional<String> setting(String key, Collection<String> paths) {
    return paths.stream()
        .filter(path -> key(path).equals(key))
        .min(Comparator.comparingInt(String::length))
        .map(path -> SET + " " + path + "=…");
  }

  private String surplus(String word) {
    if (command.subcommands().isEmpty()) {
      return "'%s' is one word too many; %s".formatted(word, help());
    }
    String meant =
        isFile(word)
            ? "did you mean 'kassei run %s'?".formatted(word)
            : Suggestions.nearestWord(word, command.subcommands().keySet())
                .map("did you mean '%s'?"::formatted)
                .orElseGet(this::help);
    return "there is no command '%s'; %s".formatted(word, meant);
  }

  private static boolean isFile(String word) {
    return word.endsWith(".yaml") || word.endsWith(".yml");
  }

  /** What has to be given, or else the value of an option that was given. */
  private String missing(ArgSpec argument, String message) {
    if (!argument.required()) {
      return message;
    }
    String name =
        argument instanceof OptionSpec option
            ? option.longestName() + " " + option.paramLabel()
            : ((PositionalParamSpec) argument).paramLabel();
    return "%s is missing: %s %s".formatted(name, String.join(" ", argument.description()), help());
  }

  private String help() {
    return "'%s --help' shows what there is".formatted(command.qualifiedName());
  }
}
