package dev.kassei.spark.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
  @TempDir private Path temporary;

  @Test
  void whatIsPackedIsUnpacked() throws IOException {
    Path folder = Files.createDirectories(temporary.resolve("a"));
    Files.createDirectories(folder.resolve("デー タ"));
    Files.writeString(folder.resolve("デー タ/x.csv"), "1,2\n");
    Files.write(folder.resolve("y"), new byte[100_000]);
    Path archive = Archive.pack(folder, temporary.resolve("a.zip"));
    Path copy = Archive.unpack(archive, temporary.resolve("./b"));
    assertThat(copy.resolve("デー タ/x.csv")).hasContent("1,2\n");
    assertThat(copy.resolve("y")).hasBinaryContent(new byte[100_000]);
  }

  @Test
  void equalFilesMakeEqualArchives() throws IOException {
    Path one = Files.createDirectories(temporary.resolve("one"));
    Path other = Files.createDirectories(temporary.resolve("other"));
    for (Path folder : new Path[] {one, other}) {
      Files.writeString(folder.resolve("x"), "x");
    }
    assertThat(Archive.pack(one, temporary.resolve("1.zip")))
        .hasSameBinaryContentAs(Archive.pack(other, temporary.resolve("2.zip")));
  }

  @Test
  void nothingIsWrittenBesideTheFolder() throws IOException {
    Path archive = temporary.resolve("bad.zip");
    try (OutputStream file = Files.newOutputStream(archive);
        var out = new ZipOutputStream(file)) {
      out.putNextEntry(new ZipEntry("../outside"));
    }
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> Archive.unpack(archive, temporary.resolve("inside")))
        .withMessageContaining("'../outside'");
    assertThat(temporary.resolve("outside")).doesNotExist();
  }
}
