package dev.kassei.cli.completion;

import dev.kassei.cli.completion.Program.Command;
import dev.kassei.cli.completion.Program.Option;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The script for bash: tables of what may be typed, and a function that looks there. */
final class BashScript {
  private static final String SCRIPT =
      """
      # Completes %1$s in bash; made by '%1$s completion bash'. It starts no program.

      %2$s
      # Sets words, files and form: what may stand behind the command $1 and the option or the
      # place $2.
      _%1$s_values() {
        words= files= form=alone
        case "$1 $2" in
      %3$s
        esac
      }

      # Sets options: those of the command $1.
      _%1$s_options() {
        case "$1" in
      %4$s
        esac
      }

      _%1$s() {
        local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
        local command= option= place=0 i word words files form options prefix=
        for ((i = 1; i < COMP_CWORD; i++)); do
          word=${COMP_WORDS[i]}
          if [ -z "$command" ]; then
            case $word in -*) ;; *) command=$word ;; esac
            continue
          fi
          case $word in
            --*) _%1$s_values "$command" "$word"
              [ -z "$form" ] || [ "${COMP_WORDS[i + 1]}" = = ] || ((i++)) ;;
            = ) ((i++)) ;;
            -*) ;;
            *) ((place++)) ;;
          esac
        done
        # '=' is a word of its own
        [ "$current" != = ] || { option=$before current=; }
        [ "$before" != = ] || option=${COMP_WORDS[COMP_CWORD - 2]}
        case $before in --*) [ -n "$option" ] || option=$before ;; esac
        COMPREPLY=()
        if [ -z "$command" ]; then
          COMPREPLY=($(compgen -W "%5$s" -- "$current"))
          return
        fi
        form=
        [ -z "$option" ] || _%1$s_values "$command" "$option"
        if [ -z "$form" ]; then
          case $current in
            -*)
              _%1$s_options "$command"
              COMPREPLY=($(compgen -W "$options" -- "$current"))
              return ;;
          esac
          _%1$s_values "$command" "$place"
        fi
        if [ "$form" = list ]; then
          case $current in *,*) prefix=${current%%,*}, current=${current##*,} ;; esac
        fi
        [ -z "$words" ] || COMPREPLY=($(compgen -P "$prefix" -W "$words" -- "$current"))
        if [ "$form" = setting ]; then
          COMPREPLY=("${COMPREPLY[@]/%%/=}")
          compopt -o nospace 2>/dev/null
        fi
        if [ -n "$files" ]; then
          compopt -o filenames 2>/dev/null
          local file
          while IFS= read -r file; do COMPREPLY+=("$file"); done < <(compgen -f -- "$current")
        fi
      }

      complete -F _%1$s %1$s
      """;

  private final Program program;
  private final List<List<String>> lists;

  private BashScript(Program program) {
    this.program = program;
    this.lists = program.lists();
  }

  static String of(Program program) {
    return new BashScript(program).script();
  }

  private String script() {
    String name = program.name();
    String commands =
        program.commands().stream().map(Command::name).collect(Collectors.joining(" "));
    return SCRIPT.formatted(
        name, tables(), values(), options(), commands + " " + names(program.options()));
  }

  private String tables() {
    return IntStream.range(0, lists.size())
        .mapToObj(i -> "%s='%s'\n".formatted(table(i), String.join(" ", lists.get(i))))
        .collect(Collectors.joining());
  }

  private String table(int list) {
    return "_%s_words_%s".formatted(program.name(), list);
  }

  private String values() {
    return program.commands().stream()
        .flatMap(this::values)
        .map(line -> "    " + line)
        .collect(Collectors.joining("\n"));
  }

  private Stream<String> values(Command command) {
    Stream<String> options =
        command.options().stream()
            .filter(option -> option.value().isPresent())
            .flatMap(
                option ->
                    option.names().stream()
                        .map(name -> line(quoted(command, name), option.value().get())));
    List<Values> parameters = command.parameters();
    Stream<String> places =
        IntStream.range(0, parameters.size())
            .mapToObj(i -> line(place(command, i), parameters.get(i)));
    Stream<String> others = Stream.of("'%s '*) form= ;;".formatted(command.name()));
    return Stream.of(options, places, others).flatMap(each -> each);
  }

  private static String quoted(Command command, String name) {
    return "'%s %s'".formatted(command.name(), name);
  }

  /** The last parameter may come more often. */
  private static String place(Command command, int i) {
    boolean isLast = i == command.parameters().size() - 1;
    return isLast ? "'%s '[0-9]*".formatted(command.name()) : quoted(command, String.valueOf(i));
  }

  private String line(String pattern, Values values) {
    int list = lists.indexOf(values.words());
    String words = list < 0 ? "" : " words=$" + table(list);
    String files = values.files() ? " files=yes" : "";
    String form = values.form().name().toLowerCase(Locale.ROOT);
    return "%s)%s%s form=%s ;;".formatted(pattern, words, files, form);
  }

  private String options() {
    return program.commands().stream()
        .map(each -> "    %s) options='%s' ;;".formatted(each.name(), names(each.options())))
        .collect(Collectors.joining("\n"));
  }

  private static String names(List<Option> options) {
    return options.stream()
        .flatMap(option -> option.names().stream())
        .collect(Collectors.joining(" "));
  }
}
