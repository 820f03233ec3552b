package dev.kassei.results;

import dev.kassei.results.record.BatchFiles;
import dev.kassei.results.record.SiteRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads {@code environment.jsonl}: the processes that trained the trials of a batch. */
public final class EnvironmentFile {
  private static final JsonFactory JSON = new JsonFactory();

  private EnvironmentFile() {}

  /**
   * The processes in the order of their lines, without those whose lines are damaged, as a process
   * that was killed leaves its last one; none where there is no such file.
   */
  public static List<SiteRecord> read(Path folder) throws IOException {
    Path file = folder.resolve(BatchFiles.ENVIRONMENT);
    var sites = new ArrayList<SiteRecord>();
    if (Files.isRegularFile(file)) {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      text.lines().flatMap(line -> site(line).stream()).forEach(sites::add);
    }
    return sites;
  }

  private static Optional<SiteRecord> site(String line) {
    var facts = new LinkedHashMap<String, String>();
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      for (String name = json.nextName(); name != null; name = json.nextName()) {
        read(json, name, facts);
      }
      return Optional.of(new SiteRecord(facts));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** What is no text is none of the facts that are shown. */
  private static void read(JsonParser json, String name, Map<String, String> facts) {
    if (json.nextToken() == JsonToken.VALUE_STRING) {
      facts.put(name, json.getString());
    } else {
      json.skipChildren();
    }
  }
}
