package dev.kassei.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.batch.history.Processor;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdviceTest {
  private static final String ARCHIVE = "-XX:SharedArchiveFile=/opt/kassei/lib/java-17.jsa";
  private static final Processor PROCESSOR = new Processor("one", 4, Set.of("avx2", "avx512f"));

  private List<String> options = List.of(ARCHIVE);
  private boolean hasVectorModule = true;
  private int cores = 4;
  private OptionalInt vectorBits = OptionalInt.of(512);
  private double load = 1;
  private Machine.Archiving archiving = Machine.Archiving.POSSIBLE;

  private List<String> advice() {
    var java = new JavaProcess("17", "a VM", Path.of("/java"), options, hasVectorModule);
    return Advice.on(
        new Machine(
            java, "Linux", PROCESSOR, cores, vectorBits, 1L << 30, 4L << 30, load, archiving));
  }

  private String only() {
    List<String> advice = advice();
    assertThat(advice).hasSize(1);
    return advice.get(0);
  }

  @Test
  void aMachineThatIsUsedWhollyNeedsNone() {
    assertThat(advice()).isEmpty();
  }

  @Test
  void anOptionThatKeepsC2FromWorkingIsNamed() {
    options = List.of(ARCHIVE, "-XX:TieredStopAtLevel=1");
    assertThat(only()).startsWith("-XX:TieredStopAtLevel=1 keeps Java from compiling");
    options = List.of(ARCHIVE, "-XX:TieredStopAtLevel=4");
    assertThat(advice()).isEmpty();
  }

  @Test
  void narrowVectorsAreExplainedByTheOptionOrByJava() {
    vectorBits = OptionalInt.of(256);
    assertThat(only())
        .isEqualTo(
            "The processor has vectors of 512 bits, and Java uses 256 of them. Java chose that; try"
                + " KASSEI_JAVA_OPTS=-XX:UseAVX=3, and measure.");
    options = List.of(ARCHIVE, "-XX:MaxVectorSize=32");
    assertThat(only()).endsWith("-XX:MaxVectorSize=32 says so; leave it out.");
  }

  @Test
  void withoutVectorsEitherTheJavaOrItsStartIsToBlame() {
    vectorBits = OptionalInt.empty();
    assertThat(only()).contains("was started without the module jdk.incubator.vector");
    hasVectorModule = false;
    assertThat(only()).contains("this Java has not the module jdk.incubator.vector");
  }

  @Test
  void howToGetAnArchiveDependsOnWhyThereIsNone() {
    options = List.of();
    assertThat(only()).endsWith("KASSEI_ARCHIVE=before makes it at once.");
    archiving = Machine.Archiving.UNWANTED;
    assertThat(only()).endsWith("KASSEI_ARCHIVE=no says so; leave it out.");
    archiving = Machine.Archiving.FORBIDDEN;
    assertThat(only()).endsWith("with KASSEI_ARCHIVE=before kassei --version.");
  }

  @Test
  void processorsThatJavaMayNotUseAreCounted() {
    cores = 2;
    assertThat(only()).startsWith("Java may use 2 of 4 processors");
  }

  @Test
  void otherProgramsAreToldOfByTheLoad() {
    load = 4.5;
    assertThat(only())
        .startsWith("Over the last minute 4.5 processes wanted a processor, and there are 4:");
    load = Double.NaN;
    assertThat(advice()).isEmpty();
  }
}
