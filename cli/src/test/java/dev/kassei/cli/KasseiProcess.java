package dev.kassei.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command that starts Kassei of the class path as a process of its own. */
final class KasseiProcess {
  /** What a process that lives for a second starts with soonest. */
  private static final List<String> SHORT = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private KasseiProcess() {}

  static List<String> command(List<String> javaOptions, List<String> words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SHORT);
    command.addAll(javaOptions);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Kassei.class.getName()));
    command.addAll(words);
    return command;
  }
}
