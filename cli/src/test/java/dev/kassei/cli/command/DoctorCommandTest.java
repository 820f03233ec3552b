package dev.kassei.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.cli.Invocation;
import dev.kassei.cli.JsonText;
import dev.kassei.cli.PluginJar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
  @Test
  void itSaysWhatKasseiRunsOn() {
    Invocation doctor = Invocation.of("doctor").done();
    assertThat(doctor.out()).contains(Runtime.version().toString());
    assertThat(
            doctor.outLines().stream()
                .map(line -> line.replaceFirst(" .*", ""))
                .filter(title -> title.matches("[A-Z].*")))
        .startsWith(
            "Kassei",
            "Java",
            "System",
            "Processor",
            "Vectors",
            "Memory",
            "Archive",
            "Plugins",
            // the tests run without an archive
            "What");
  }

  @Test
  void programsReadTheSame() {
    Object json = JsonText.read(Invocation.of("doctor", "--json").done().out());
    assertThat(JsonText.at(json, "java")).isEqualTo(System.getProperty("java.runtime.version"));
    assertThat(JsonText.at(json, "cores"))
        .isEqualTo((double) Runtime.getRuntime().availableProcessors());
    assertThat(JsonText.at(json, "plugins", "built in")).asString().isNotEqualTo("0.0");
    assertThat((List<?>) JsonText.at(json, "advice")).isNotEmpty();
  }

  @Test
  void pluginsAreCountedAndThoseUnusableReported(@TempDir Path folder) throws IOException {
    Path jar = PluginJar.in(folder);
    Invocation doctor = Invocation.of("doctor", "--plugins", jar);
    assertThat(doctor.out()).containsPattern("\\n +3 " + jar);
    assertThat(doctor.err()).startsWith("plugin not usable: " + jar);
    assertThat(doctor.code()).isEqualTo(2);
  }
}
