package dev.kassei.batch.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.batch.worker.Message;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WrittenPathsTest {
  private final Path root = Path.of("/tmp/machine");
  private final WrittenPaths paths =
      new WrittenPaths(
          Map.of("a/data", "data", "b/data.csv", "data.csv", "../plugins", "plugins/own"), root);

  @Test
  void copiesAreNamedAsTheConfigurationDoes() {
    String own = root.resolve("plugins/own/x.jar") + ": org.example.X: it fails";
    assertThat(paths.in(new Message.Unrun("k", own, "Fix it.", false)))
        .isEqualTo(
            new Message.Unrun("k", "../plugins/x.jar: org.example.X: it fails", "Fix it.", false));
    String file = "'%s' is not '%s'".formatted(root.resolve("data.csv"), root.resolve("data"));
    assertThat(paths.in(new Message.Refused(file, true)))
        .isEqualTo(new Message.Refused("'b/data.csv' is not 'a/data'", true));
  }

  @Test
  void otherMessagesStayAsTheyAre() {
    assertThat(paths.in(new Message.Done())).isEqualTo(new Message.Done());
  }
}
