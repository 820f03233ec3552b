package dev.kassei.cli.doctor;

import java.lang.management.ManagementFactory;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The JVM that runs Kassei.
 *
 * @param version of Java, such as {@code 17.0.21+9}
 * @param vm its name and vendor
 * @param home the folder of the Java
 * @param options the JVM was started with, also those of files and of {@code JAVA_TOOL_OPTIONS}
 * @param hasVectorModule whether the Java has the module jdk.incubator.vector, loaded or not
 */
record JavaProcess(
    String version, String vm, Path home, List<String> options, boolean hasVectorModule) {
  private static final String ARCHIVE = "-XX:SharedArchiveFile=";
  private static final String LAST_TIER = "-XX:TieredStopAtLevel=";
  private static final int C2 = 4;

  JavaProcess {
    options = List.copyOf(options);
  }

  /** This one. */
  static JavaProcess current() {
    return new JavaProcess(
        System.getProperty("java.runtime.version"),
        "%s, %s".formatted(System.getProperty("java.vm.name"), System.getProperty("java.vendor")),
        Path.of(System.getProperty("java.home")),
        ManagementFactory.getRuntimeMXBean().getInputArguments(),
        ModuleFinder.ofSystem().find("jdk.incubator.vector").isPresent());
  }

  /** The archive of loaded classes that it was started with. */
  Optional<Path> archive() {
    return options.stream()
        .filter(option -> option.startsWith(ARCHIVE))
        .map(option -> Path.of(option.substring(ARCHIVE.length())))
        .findFirst();
  }

  /** The option that makes vectors narrower than those of the processor. */
  Optional<String> vectorLimit() {
    return options.stream()
        .filter(
            option ->
                option.startsWith("-XX:UseAVX=")
                    || option.startsWith("-XX:UseSSE=")
                    || option.startsWith("-XX:MaxVectorSize="))
        .findFirst();
  }

  /** The first option that keeps compilers from working. */
  Optional<String> hindrance() {
    return options.stream()
        .filter(
            option ->
                option.equals("-Xint")
                    || (option.startsWith(LAST_TIER) && !option.equals(LAST_TIER + C2)))
        .findFirst();
  }
}
