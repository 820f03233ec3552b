package dev.kassei.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kassei.batch.worker.Cluster;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BorderLoaderTest {
  @Test
  void eachSideHasItsOwnClasses() throws IOException, ClassNotFoundException {
    ClassLoader kassei = getClass().getClassLoader();
    URL own = KasseiJars.own().toUri().toURL();
    ClassLoader spark = new URLClassLoader(new URL[0], ClassLoader.getPlatformClassLoader());
    try (var border = new BorderLoader(own, spark, kassei)) {
      assertThat(border.loadClass("dev.kassei.spark.archive.Archive").getClassLoader())
          .isSameAs(border);
      assertThat(border.loadClass(Cluster.class.getName())).isSameAs(Cluster.class);
      assertThatExceptionOfType(ClassNotFoundException.class)
          .isThrownBy(() -> border.loadClass("org.slf4j.Logger"));
    }
  }

  @Test
  void theClassPathGoesAsJars(@TempDir Path folder) throws IOException {
    KasseiJars.copy(folder);
    try (var files = Files.list(folder)) {
      assertThat(files.toList())
          .hasSizeGreaterThan(5)
          .allMatch(file -> file.getFileName().toString().matches("\\d{3}-.*\\.jar"));
    }
  }
}
