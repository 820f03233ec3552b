package dev.kassei.cli.completion;

import dev.kassei.cli.completion.Program.Command;
import dev.kassei.cli.completion.Program.Option;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The script for zsh: its own {@code _arguments} with all options and parameters. */
final class ZshScript {
  private static final String SCRIPT =
      """
      #compdef %1$s
      # Completes %1$s in zsh; made by '%1$s completion zsh'. It starts no program.

      %2$s
      # Words of the list $1, and where $2 says so others behind commas, or a value behind '='.
      _%1$s_words() {
        case $2 in
          list) _values -s , value ${(P)1} ;;
          setting) compadd -S = -a $1 ;;
          *) compadd -a $1 ;;
        esac
      }

      _%1$s_words_or_files() {
        compadd -a $1
        _files
      }

      _%1$s() {
        local context state line
        _arguments -C %3$s '1:command:->command' '*::argument:->argument'
        case $state in
          command)
            local -a commands=(
      %4$s
            )
            _describe command commands ;;
          argument)
            case ${line[1]} in
      %5$s
            esac ;;
        esac
      }

      if [ "$funcstack[1]" = _%1$s ]; then
        _%1$s "$@"
      else
        compdef _%1$s %1$s
      fi
      """;

  private final Program program;
  private final List<List<String>> lists;

  private ZshScript(Program program) {
    this.program = program;
    this.lists = program.lists();
  }

  static String of(Program program) {
    return new ZshScript(program).script();
  }

  private String script() {
    return SCRIPT.formatted(
        program.name(),
        tables(),
        String.join(" ", options(program.options()).toList()),
        commands(),
        program.commands().stream().map(this::arguments).collect(Collectors.joining("\n")));
  }

  private String tables() {
    return IntStream.range(0, lists.size())
        .mapToObj(i -> "%s=(%s)\n".formatted(table(i), String.join(" ", lists.get(i))))
        .collect(Collectors.joining());
  }

  private String table(int list) {
    return "_%s_words_%s".formatted(program.name(), list);
  }

  private String commands() {
    return program.commands().stream()
        .map(each -> "        " + quoted(each.name() + ":" + escaped(each.description())))
        .collect(Collectors.joining("\n"));
  }

  private String arguments(Command command) {
    String all =
        Stream.concat(options(command.options()), parameters(command.parameters()))
            .map(each -> " \\\n            " + each)
            .collect(Collectors.joining());
    return "        %s) _arguments%s ;;".formatted(command.name(), all);
  }

  private Stream<String> options(List<Option> options) {
    return options.stream()
        .flatMap(option -> option.names().stream().map(name -> option(option, name)));
  }

  private String option(Option option, String name) {
    String description = "[" + escaped(option.description()) + "]";
    return option
        .value()
        .map(values -> quoted("*" + name + "=" + description + ":value:" + action(values)))
        .orElseGet(() -> quoted(name + description));
  }

  private Stream<String> parameters(List<Values> parameters) {
    return IntStream.range(0, parameters.size())
        .mapToObj(
            i -> {
              String place = i == parameters.size() - 1 ? "*" : String.valueOf(i + 1);
              return quoted(place + ":argument:" + action(parameters.get(i)));
            });
  }

  private String action(Values values) {
    int list = lists.indexOf(values.words());
    if (list < 0) {
      return values.files() ? "_files" : " ";
    }
    String form = values.form().name().toLowerCase(Locale.ROOT);
    return values.files()
        ? "{_%s_words_or_files %s}".formatted(program.name(), table(list))
        : "{_%s_words %s %s}".formatted(program.name(), table(list), form);
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  private static String escaped(String text) {
    return text.replaceAll("([\\[\\]:])", "\\\\$1");
  }
}
