package dev.kassei.experiment.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.expr.Expr;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KasseiCodeTest {
  private static final Map<String, String> CLASSES =
      Map.of("a/Kernel.class", "x + y", "a/Other.class", "1", "META-INF/services/a.A", "a.Kernel");

  @TempDir private Path temporary;

  private Path jar(String name, long time, Map<String, String> files) throws IOException {
    Path jar = temporary.resolve(name);
    try (OutputStream file = Files.newOutputStream(jar);
        var zip = new ZipOutputStream(file)) {
      for (var each : new TreeMap<>(files).entrySet()) {
        var entry = new ZipEntry(each.getKey());
        entry.setTime(time);
        zip.putNextEntry(entry);
        zip.write(each.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }

  private Path folder(Map<String, String> files) throws IOException {
    Path folder = Files.createTempDirectory(temporary, "classes");
    for (var each : files.entrySet()) {
      Path file = folder.resolve(each.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, each.getValue());
    }
    return folder;
  }

  private static Map<String, String> with(String name, String content) {
    var files = new TreeMap<>(CLASSES);
    files.put(name, content);
    return files;
  }

  @Test
  void equalClassesHaveOneHashPackedAtAnyTimeOrNotAtAll() throws IOException {
    var packed = with("META-INF/MANIFEST.MF", "Build-Jdk-Spec: 17");
    packed.put("META-INF/maven/a/pom.properties", "version=1");
    assertThat(CodeContent.hash(jar("early.jar", 1_600_000_000_000L, CLASSES)))
        .isEqualTo(CodeContent.hash(jar("late.jar", 1_700_000_000_000L, packed)))
        .isEqualTo(CodeContent.hash(folder(CLASSES)))
        .matches("[0-9a-f]{64}");
  }

  @Test
  void anotherByteNameOrFileIsOtherCode() throws IOException {
    String hash = CodeContent.hash(folder(CLASSES));
    assertThat(
            List.of(
                CodeContent.hash(folder(with("a/Kernel.class", "x - y"))),
                CodeContent.hash(folder(with("a/More.class", ""))),
                CodeContent.hash(jar("other.jar", 0, with("a/Other.class", "2")))))
        .doesNotContain(hash)
        .doesNotHaveDuplicates();
  }

  @Test
  void aKernelThatChangedIsAnotherKassei() throws IOException {
    Path api = folder(CLASSES);
    Path engine = folder(Map.of("b/B.class", "b"));
    String hash = KasseiCode.hash(List.of(api, engine));
    assertThat(KasseiCode.hash(List.of(engine, api))).isEqualTo(hash);
    Files.writeString(engine.resolve("b/B.class"), "c");
    assertThat(KasseiCode.hash(List.of(api, engine))).isNotEqualTo(hash);
  }

  @Test
  void itIsWhereResultsComeFrom() throws URISyntaxException {
    assertThat(KasseiCode.holds(place(Expr.class))).isTrue();
    assertThat(KasseiCode.holds(place(KasseiCode.class))).isTrue();
    assertThat(KasseiCode.holds(place(KasseiCodeTest.class))).isFalse();
    assertThat(KasseiCode.hash()).matches("[0-9a-f]{64}");
  }

  private static Path place(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
