package dev.kassei.batch.worker;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The command of a JVM like this one: the same Java, options and class path. */
public final class WorkerCommand {
  /** Options that two processes cannot share: a port, or a file that is written. */
  private static final List<String> OWN =
      List.of(
          "-agentlib:",
          "-Xrunjdwp",
          "-Xlog",
          "-XX:DumpLoadedClassList",
          "-XX:StartFlightRecording",
          "-XX:ArchiveClassesAtExit",
          "-Dcom.sun.management.jmxremote");

  /** The standard output carries messages, into which the JVM must not write. */
  private static final List<String> LOG =
      List.of("-Xlog:disable", "-Xlog:all=warning,cds*=off:stderr", "-XX:+DisplayVMOutputToStderr");

  private WorkerCommand() {}

  /** The command that starts a class in such a JVM. */
  public static List<String> of(Class<?> main, String... arguments) {
    return of(
        ManagementFactory.getRuntimeMXBean().getInputArguments(),
        System.getProperty("java.class.path"),
        main,
        arguments);
  }

  static List<String> of(
      List<String> options, String classPath, Class<?> main, String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    options.stream()
        .filter(option -> OWN.stream().noneMatch(option::startsWith))
        .forEach(command::add);
    command.addAll(LOG);
    command.addAll(List.of("-cp", classPath, main.getName()));
    Stream.of(arguments).forEach(command::add);
    // of this process, not of the child
    return command.stream()
        .map(
            word ->
                word.replace("/proc/self/", "/proc/%s/".formatted(ProcessHandle.current().pid())))
        .toList();
  }
}
