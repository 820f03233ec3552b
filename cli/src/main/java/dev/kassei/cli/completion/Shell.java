package dev.kassei.cli.completion;

import dev.kassei.experiment.plugin.Plugins;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/** A shell that completes what is typed. */
public enum Shell {
  BASH(BashScript::of),
  ZSH(ZshScript::of),
  FISH(FishScript::of);

  @SuppressWarnings("ImmutableEnumChecker") // the functions hold nothing
  private final Function<Program, String> script;

  Shell(Function<Program, String> script) {
    this.script = script;
  }

  /** The shell that is called so. */
  public static Optional<Shell> of(String word) {
    return Arrays.stream(values()).filter(shell -> shell.word().equals(word)).findFirst();
  }

  /** What all of them are called. */
  static List<String> words() {
    return Arrays.stream(values()).map(Shell::word).toList();
  }

  /** What all of them are called, as a part of a sentence. */
  public static String choice() {
    List<String> words = words();
    int last = words.size() - 1;
    return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The script that completes a program's commands.
   *
   * @param plugins whose names are completed
   */
  public String script(CommandSpec program, Plugins plugins) {
    return script.apply(Program.of(program, new Words(plugins)));
  }
}
