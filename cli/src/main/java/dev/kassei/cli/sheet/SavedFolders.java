package dev.kassei.cli.sheet;

import dev.kassei.results.text.Rounded;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/** The runs and batches in a folder, the newest first. */
public final class SavedFolders {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final List<SavedFolder> folders;

  private SavedFolders(List<SavedFolder> folders) {
    this.folders = List.copyOf(folders);
  }

  /** Those directly in a folder. */
  public static SavedFolders in(Path runs) throws IOException {
    var folders = new ArrayList<SavedFolder>();
    try (Stream<Path> inside = Files.list(runs)) {
      for (Path folder : inside.sorted().toList()) {
        SavedFolder.of(folder).ifPresent(folders::add);
      }
    }
    folders.sort(Comparator.comparing(SavedFolder::changed).reversed());
    return new SavedFolders(folders);
  }

  public boolean isEmpty() {
    return folders.isEmpty();
  }

  /** Prints a table. */
  public void print(PrintWriter out, ZoneId zone) {
    var table = new TextTable("name", "kind", "status", "metric", "ended", "trained");
    for (SavedFolder folder : folders) {
      table.add(
          folder.name(),
          folder.kind(),
          folder.status(),
          folder.score().map(SavedFolders::text).orElse(""),
          TIME.format(folder.changed().atZone(zone)),
          Double.isNaN(folder.seconds()) ? "" : TimeText.of(folder.seconds()));
    }
    table.print(out);
  }

  private static String text(SavedFolder.Score score) {
    String owner = score.owner().isEmpty() ? "" : score.owner() + " ";
    return owner + score.metric() + " " + Rounded.CONSOLE.metric(score.value());
  }

  /** Writes a JSON array with an object each. */
  public void write(JsonGenerator json) {
    json.writeStartArray();
    folders.forEach(folder -> write(json, folder));
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, SavedFolder folder) {
    json.writeStartObject();
    json.writeStringProperty("name", folder.name());
    json.writeStringProperty("folder", folder.folder().toString());
    json.writeStringProperty("kind", folder.kind());
    json.writeStringProperty("status", folder.status());
    folder.score().ifPresent(score -> write(json, score));
    json.writeStringProperty("ended", folder.changed().toString());
    if (!Double.isNaN(folder.seconds())) {
      json.writeNumberProperty("seconds", folder.seconds());
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, SavedFolder.Score score) {
    json.writeStringProperty("metric", score.metric());
    if (!score.owner().isEmpty()) {
      json.writeStringProperty("best", score.owner());
    }
    json.writeName("value");
    Json.number(json, score.value(), Double.toString(score.value()));
  }
}
