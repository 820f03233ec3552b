package dev.kassei.cli.completion;

import dev.kassei.cli.completion.Program.Command;
import dev.kassei.cli.completion.Program.Option;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The script for fish: one line for each command, option and parameter. */
final class FishScript {
  private static final String SCRIPT =
      """
      # Completes %1$s in fish; made by '%1$s completion fish'. It starts no program.

      %2$s
      # Options that a value follows.
      set -g __%1$s_valued %4$s

      # How many words stand behind the command that are no options, and no values of options.
      function __%1$s_place
        set -l place -2
        set -l valued no
        for word in (commandline -opc)
          if test $valued = yes
            set valued no
          else if contains -- $word $__%1$s_valued
            set valued yes
          else if not string match -q -- '-*' $word
            set place (math $place + 1)
          end
        end
        echo $place
      end

      complete -c %1$s -f
      %3$s""";

  private final Program program;
  private final List<List<String>> lists;

  private FishScript(Program program) {
    this.program = program;
    this.lists = program.lists();
  }

  static String of(Program program) {
    return new FishScript(program).script();
  }

  private String script() {
    Stream<String> own =
        program.options().stream().map(each -> option("__fish_use_subcommand", each));
    Stream<String> commands = program.commands().stream().flatMap(this::lines);
    return SCRIPT.formatted(
        program.name(),
        tables(),
        Stream.concat(own, commands).map(line -> line + "\n").collect(Collectors.joining()),
        valued());
  }

  private String valued() {
    return program.commands().stream()
        .flatMap(command -> command.options().stream())
        .filter(option -> option.value().isPresent())
        .flatMap(option -> option.names().stream())
        .distinct()
        .collect(Collectors.joining(" "));
  }

  private String tables() {
    return IntStream.range(0, lists.size())
        .mapToObj(i -> "set -g %s %s\n".formatted(table(i), String.join(" ", lists.get(i))))
        .collect(Collectors.joining());
  }

  private String table(int list) {
    return "__%s_words_%s".formatted(program.name(), list);
  }

  private Stream<String> lines(Command command) {
    String inside = "__fish_seen_subcommand_from " + command.name();
    String self =
        "complete -c %s -n __fish_use_subcommand -a %s -d %s"
            .formatted(program.name(), command.name(), quoted(command.description()));
    Stream<String> options = command.options().stream().map(each -> option(inside, each));
    List<Values> parameters = command.parameters();
    Stream<String> places =
        IntStream.range(0, parameters.size()).mapToObj(i -> parameter(inside, command, i));
    return Stream.of(Stream.of(self), options, places).flatMap(each -> each);
  }

  private String option(String condition, Option option) {
    String names =
        option.names().stream()
            .map(
                name ->
                    name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1))
            .collect(Collectors.joining());
    String value = option.value().map(values -> " -r" + arguments(values)).orElse("");
    return "complete -c %s -n %s%s%s -d %s"
        .formatted(program.name(), quoted(condition), names, value, quoted(option.description()));
  }

  private String parameter(String inside, Command command, int place) {
    boolean isLast = place == command.parameters().size() - 1;
    String counted =
        "; and test (__%s_place) %s %s".formatted(program.name(), isLast ? "-ge" : "-eq", place);
    return "complete -c %s -n %s%s"
        .formatted(
            program.name(), quoted(inside + counted), arguments(command.parameters().get(place)));
  }

  private String arguments(Values values) {
    int list = lists.indexOf(values.words());
    String files = values.files() ? " -F" : " -f";
    if (list < 0) {
      return files;
    }
    String words = "$" + table(list);
    String all =
        switch (values.form()) {
          case ALONE -> words;
          case SETTING -> words + "=";
          case LIST -> "(__fish_complete_list , 'printf \"%s\\n\" " + words + "')";
        };
    return files + " -a " + (values.form() == Values.Form.LIST ? doubleQuoted(all) : quoted(all));
  }

  private static String doubleQuoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "\\$") + "\"";
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
