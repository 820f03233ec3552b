package dev.kassei.cli.doctor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What would make Kassei faster on a machine: sentences, each for one thing to do. */
final class Advice {
  private final Machine machine;

  private Advice(Machine machine) {
    this.machine = machine;
  }

  /** Empty where nothing is known to slow Kassei down. */
  static List<String> on(Machine machine) {
    var advice = new Advice(machine);
    return Stream.of(
            advice.compilers(), advice.vectors(), advice.archive(), advice.cores(), advice.load())
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<String> compilers() {
    return machine
        .java()
        .hindrance()
        .map(
            option ->
                "%s keeps Java from compiling what runs often; leave it out of KASSEI_JAVA_OPTS and JAVA_TOOL_OPTIONS."
                    .formatted(option));
  }

  private Optional<String> vectors() {
    OptionalInt used = machine.vectorBits();
    OptionalInt widest = machine.widestVectors();
    if (used.isEmpty()) {
      return Optional.of(scalar());
    }
    if (widest.isEmpty() || used.getAsInt() >= widest.getAsInt()) {
      return Optional.empty();
    }
    String reason =
        machine
            .java()
            .vectorLimit()
            .map("%s says so; leave it out."::formatted)
            .orElse("Java chose that; try KASSEI_JAVA_OPTS=-XX:UseAVX=3, and measure.");
    return Optional.of(
        "The processor has vectors of %s bits, and Java uses %s of them. %s"
            .formatted(widest.getAsInt(), used.getAsInt(), reason));
  }

  private String scalar() {
    String module = "the module jdk.incubator.vector";
    return machine.java().hasVectorModule()
        ? "Nothing is computed by vectors, since the JVM was started without %s; the script kassei starts it so that it finds that."
            .formatted(module)
        : "Nothing is computed by vectors, since this Java has not %s; a whole Java development kit has it. KASSEI_JAVA names the Java to use."
            .formatted(module);
  }

  private Optional<String> archive() {
    if (machine.java().archive().isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        "Java started without an archive of loaded classes, which halves the time to start. "
            + switch (machine.archiving()) {
              case POSSIBLE ->
                  "The script kassei makes it after a command, in the background; KASSEI_ARCHIVE=before makes it at once.";
              case UNWANTED -> "KASSEI_ARCHIVE=no says so; leave it out.";
              case FORBIDDEN ->
                  "It lies beside the jars, where you may not write: have it made once by somebody who may, with KASSEI_ARCHIVE=before kassei --version.";
            });
  }

  private Optional<String> cores() {
    int all = machine.processor().count();
    return machine.cores() >= all
        ? Optional.empty()
        : Optional.of(
            "Java may use %s of %s processors, by a limit of a container or of the system; a batch trains as many trials at once as there are."
                .formatted(machine.cores(), all));
  }

  private Optional<String> load() {
    return machine.load() > machine.cores()
        ? Optional.of(
            "Over the last minute %s processes wanted a processor, and there are %s: other programs slow Kassei down, and its timings tell of them, too."
                .formatted(String.format(Locale.ROOT, "%.1f", machine.load()), machine.cores()))
        : Optional.empty();
  }
}
