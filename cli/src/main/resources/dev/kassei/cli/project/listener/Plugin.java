package {{package}};

import dev.kassei.api.Epoch;
import dev.kassei.api.Listener;
import dev.kassei.api.PluginName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps a file up to date with the last epoch, for programs that wait for it. */
@PluginName("{{name}}")
public record {{class}}(String path) implements Listener {
  public {{class}}() { this(System.getProperty("java.io.tmpdir") + "/{{name}}.txt"); }

  @Override public void epochEnded(Epoch epoch) {
    try {
      Files.writeString(Path.of(path), epoch.epoch() + " " + epoch.metrics() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
