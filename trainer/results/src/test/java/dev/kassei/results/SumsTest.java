package dev.kassei.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.kassei.results.record.RunFiles;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SumsTest {
  /** A copied file may be called anything. */
  private static final String STRANGE = "a  b\\n\n'学習.csv";

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    for (String name : new String[] {RunFiles.RUN, RunFiles.METRICS, STRANGE}) {
      Files.writeString(folder.resolve(name), "content of " + name);
    }
    Files.createDirectory(folder.resolve(RunFiles.PLOTS));
    Sums.write(folder);
  }

  @Test
  void filesAsTheyWereWrittenAreWholeAndOthersDoNotCount() throws IOException {
    assertThat(Sums.hold(folder)).isTrue();
    Files.writeString(folder.resolve(RunFiles.REPORT), "drawn later");
    Files.writeString(folder.resolve("notes.txt"), "mine");
    assertThat(Sums.hold(folder)).isTrue();
    assertThat(Sums.read(folder)).containsOnlyKeys(RunFiles.RUN, RunFiles.METRICS, STRANGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {RunFiles.RUN, RunFiles.METRICS, STRANGE, RunFiles.SUMS})
  @Tag("slow")
  void aFileThatWasChangedOrDeletedIsNoticed(String name) throws IOException {
    Path file = folder.resolve(name);
    byte[] whole = Files.readAllBytes(file);
    for (int bit = 0; bit < Byte.SIZE * whole.length; bit++) {
      byte[] damaged = whole.clone();
      damaged[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      Files.write(file, damaged);
      assertThat(Sums.hold(folder)).as("bit %s of %s", bit, name).isFalse();
    }
    Files.delete(file);
    assertThat(Sums.hold(folder)).isFalse();
  }

  @Test
  void aFileThatTheSumsLeaveOutIsNoticed() throws IOException {
    Files.writeString(folder.resolve(RunFiles.WEIGHTS), "of another run");
    assertThat(Sums.hold(folder)).isFalse();
  }

  @Test
  void sha256sumReadsThem() throws Exception {
    assumeThat(new File("/usr/bin/sha256sum")).exists();
    Process check =
        new ProcessBuilder("/usr/bin/sha256sum", "--check", "--strict", RunFiles.SUMS)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(check.waitFor()).as(said).isZero();
  }
}
