package dev.kassei.trainer.config.plugins;

import dev.kassei.api.Listener;
import dev.kassei.api.PluginName;
import dev.kassei.api.Required;
import dev.kassei.api.result.EpochRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes what it is told into a file. */
@PluginName("noting")
public record Noting(@Required String path) implements Listener {
  public Noting() {
    this("notes.txt");
  }

  @Override
  public void epochEnded(EpochRecord epoch) {
    note("epoch " + epoch.epoch());
  }

  @Override
  public void trainingEnded() {
    note("end");
  }

  private void note(String line) {
    try {
      Files.writeString(
          Path.of(path), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
