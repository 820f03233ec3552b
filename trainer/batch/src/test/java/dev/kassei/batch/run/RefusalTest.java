package dev.kassei.batch.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.batch.worker.Message.Refused;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.results.text.UserFixable;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;

class RefusalTest {
  /** As the exceptions of plugins and of YAML are. */
  private static final class NoPlugin extends RuntimeException implements UserFixable {
    private static final long serialVersionUID = 1L;

    NoPlugin() {
      super("there is no 'a.jar'");
    }
  }

  @Test
  void whatTheUserCanFixIsSaidWhereverItArises() {
    assertThat(Refusal.of(new NoPlugin())).contains(new Refused("there is no 'a.jar'", false));
    assertThat(Refusal.of(ExperimentException.temporary("kassei", "too busy")))
        .contains(new Refused("kassei: too busy", true));
  }

  @Test
  void aFullDiskIsNamedByTheFileThatFoundNoRoom() {
    var full = new FileSystemException("states/a.safetensors", null, "No space left on device");
    assertThat(Refusal.of(new UncheckedIOException(full)))
        .contains(
            new Refused(
                "results cannot be written to 'states/a.safetensors': No space left on device",
                true));
  }

  @Test
  void aDefectIsNone() {
    assertThat(Refusal.of(new IllegalStateException("?"))).isEmpty();
  }
}
