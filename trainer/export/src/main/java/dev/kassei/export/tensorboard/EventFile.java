package dev.kassei.export.tensorboard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The events of one run in a folder, a file that grows at its end. TensorBoard knows it by {@code
 * tfevents} in its name and may read it while it grows.
 *
 * @param path where it is
 */
record EventFile(Path path) {
  private static final String NAME = "events.out.tfevents.kassei";

  /** The file of a folder, which is created if it is missing. */
  static EventFile in(Path folder) throws IOException {
    Files.createDirectories(folder);
    return new EventFile(folder.resolve(NAME));
  }

  /**
   * Begins the file anew, or lets it continue after so many epochs: what it says of later ones, and
   * of a result, is left out.
   */
  EventFile startAfter(int epochs, Instant time) throws IOException {
    byte[] kept = epochs > 0 && Files.exists(path) ? kept(epochs) : new byte[0];
    if (kept.length == 0) {
      kept = EventRecord.of(Event.version(time));
    }
    Files.write(path, kept);
    return this;
  }

  private byte[] kept(int epochs) throws IOException {
    byte[] file = Files.readAllBytes(path);
    var kept = new ByteArrayOutputStream();
    Optional<byte[]> event = EventRecord.read(file, 0);
    while (event.isPresent() && (kept.size() == 0 || Event.step(event.get()) < epochs)) {
      kept.write(file, kept.size(), EventRecord.size(event.get()));
      event = EventRecord.read(file, kept.size());
    }
    return kept.toByteArray();
  }

  /** Adds events at the end. */
  void add(List<Event> events) throws IOException {
    var bytes = new ByteArrayOutputStream();
    events.forEach(event -> bytes.writeBytes(EventRecord.of(event.bytes())));
    try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.APPEND)) {
      out.write(bytes.toByteArray());
    }
  }
}
