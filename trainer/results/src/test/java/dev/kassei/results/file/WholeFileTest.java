package dev.kassei.results.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class WholeFileTest {
  private static final int SIZE = 1 << 20;

  @TempDir Path folder;

  @Test
  void twoWritersAtOnceNeverMix() throws Exception {
    Path file = folder.resolve("a.png");
    writing(file, 1).call();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<Path>> writers =
          List.of(threads.submit(writing(file, 1)), threads.submit(writing(file, 2)));
      while (!writers.stream().allMatch(Future::isDone)) {
        byte[] seen = Files.readAllBytes(file);
        assertThat(Arrays.equals(seen, filled(1)) || Arrays.equals(seen, filled(2))).isTrue();
      }
      for (Future<Path> writer : writers) {
        writer.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(folder).isDirectoryContaining(file::equals);
    assertThat(folder.toFile().list()).hasSize(1);
  }

  private static Callable<Path> writing(Path file, int value) {
    return () -> {
      for (int i = 0; i < 50; i++) {
        WholeFile.bytes(file, out -> out.write(filled(value)));
      }
      return file;
    };
  }

  private static byte[] filled(int value) {
    var bytes = new byte[SIZE];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  @Test
  void draftsOfKilledProcessesAreRemovedAndNothingElse() throws IOException {
    Path dead = Files.createFile(folder.resolve("a.png.999999999-1.tmp"));
    long pid = ProcessHandle.current().pid();
    Path alive = Files.createFile(folder.resolve("a.png." + pid + "-1.tmp"));
    Path strange = Files.createFile(folder.resolve("notes.tmp"));
    WholeFile.removeDrafts(folder);
    assertThat(dead).doesNotExist();
    assertThat(alive).exists();
    assertThat(strange).exists();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aPipeIsWrittenToAndStays() throws Exception {
    Path pipe = folder.resolve("pipe");
    new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
    Process reader = new ProcessBuilder("cat", pipe.toString()).start();
    WholeFile.text(pipe, out -> out.write("through"));
    assertThat(new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("through");
    assertThat(Files.isRegularFile(pipe)).isFalse();
    assertThat(folder.toFile().list()).containsExactly("pipe");
  }

  @Test
  void aFullDiskIsReportedWithTheFile() {
    Path file = folder.resolve("file");
    assertThatThrownBy(
            () ->
                WholeFile.text(
                    file,
                    out -> {
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(FileSystemException.class)
        .hasMessage(file + ": No space left on device");
  }

  @Test
  void aFullDiskIsReportedWithTheFileAlsoByLibrariesThatCannotDeclareIt() {
    Path file = folder.resolve("file");
    assertThatThrownBy(
            () ->
                WholeFile.text(
                    file,
                    out -> {
                      throw new UncheckedIOException(new IOException("No space left on device"));
                    }))
        .isInstanceOf(FileSystemException.class)
        .hasMessage(file + ": No space left on device");
  }

  @Test
  void aMissingFolderIsReportedInWords() {
    assertThat(WriteFailure.reason(new NoSuchFileException("/proc/x")))
        .isEqualTo("no such file or folder");
  }
}
