package dev.kassei.cli.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginProjectTest {
  @TempDir private Path temporary;

  @Test
  void theReadmeNamesTheJarsAsTheyAreTyped() throws IOException {
    var installation = new Installation(Path.of("/opt/$x's/lib"), "1");
    new PluginProject(
            new PluginSources(PluginKind.ACTIVATION, new ClassName("MyOwn"), "org.example"), "g")
        .write(temporary, installation);
    assertThat(temporary.resolve("README.md"))
        .content()
        .contains(
            "javac -cp "
                + ShellWord.of(Path.of("/opt/$x's/lib").toAbsolutePath() + File.separator + "*")
                + " -d");
  }
}
