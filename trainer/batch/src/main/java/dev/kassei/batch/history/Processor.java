package dev.kassei.batch.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The processors of a machine as its system describes them.
 *
 * @param model what they are called; empty where the system does not say
 * @param count how many there are, whoever may use them; 0 where the system does not say
 * @param features what they can, in the words of Linux such as {@code avx2}
 */
public record Processor(String model, int count, Set<String> features) {
  private static final Path LINUX = Path.of("/proc/cpuinfo");
  private static final String X86 = "(family %s model %s)";
  private static final String ARM = "ARM (implementer %s part %s)";

  public Processor {
    features = Set.copyOf(features);
  }

  /** That of the machine this runs on. */
  public static Processor ofThisMachine() {
    try {
      return of(Files.readAllLines(LINUX));
    } catch (IOException e) {
      String windows = System.getenv("PROCESSOR_IDENTIFIER");
      return new Processor(windows == null ? "" : windows, 0, Set.of());
    }
  }

  /** By the lines of {@code /proc/cpuinfo}. */
  static Processor of(List<String> lines) {
    Optional<String> features = first(lines, "flags").or(() -> first(lines, "Features"));
    return new Processor(
        model(lines),
        (int) lines.stream().filter(line -> isOf(line, "processor")).count(),
        features.map(words -> Set.copyOf(List.of(words.split(" +")))).orElse(Set.of()));
  }

  /** With its numbers, since virtual machines call several generations of processors the same. */
  private static String model(List<String> lines) {
    String name = first(lines, "model name").orElse("");
    Optional<String> x86 =
        first(lines, "cpu family")
            .flatMap(family -> first(lines, "model").map(model -> X86.formatted(family, model)));
    Optional<String> arm =
        first(lines, "CPU implementer")
            .flatMap(maker -> first(lines, "CPU part").map(part -> ARM.formatted(maker, part)));
    return Stream.concat(Stream.of(name), x86.or(() -> arm).stream())
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static Optional<String> first(List<String> lines, String key) {
    return lines.stream()
        .filter(line -> isOf(line, key))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst();
  }

  private static boolean isOf(String line, String key) {
    int colon = line.indexOf(':');
    return colon >= 0 && line.substring(0, colon).strip().equals(key);
  }
}
