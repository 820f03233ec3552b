package dev.kassei.batch.history;

import dev.kassei.results.Sha256;
import dev.kassei.results.record.BatchFiles;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Where trials are trained: a line of {@code environment.jsonl} for each process that trained some.
 * No result depends on it but for the data, and so it stands in no table and no digest.
 */
public final class Environment {
  private static final JsonFactory JSON = new JsonFactory();

  private final Map<String, Set<String>> fingerprints = new LinkedHashMap<>();
  private final Set<Site> written = new HashSet<>();
  private final Clock clock;

  public Environment(Clock clock) {
    this.clock = clock;
  }

  /**
   * Takes what tells the data of a trial from all other data.
   *
   * @param dataset what the data set is called
   */
  public void data(String dataset, String fingerprint) {
    fingerprints.computeIfAbsent(dataset, name -> new LinkedHashSet<>()).add(fingerprint);
  }

  /** Writes the line of a process that trained, once. */
  public void write(Path folder, Site site) throws IOException {
    if (!written.add(site)) {
      return;
    }
    Files.writeString(
        folder.resolve(BatchFiles.ENVIRONMENT),
        text(site),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /** Adds the lines of another folder that are not there yet. */
  public static void join(Path from, Path to) throws IOException {
    Path source = from.resolve(BatchFiles.ENVIRONMENT);
    Path target = to.resolve(BatchFiles.ENVIRONMENT);
    if (!Files.isRegularFile(source)) {
      return;
    }
    var lines = new LinkedHashSet<>(lines(source));
    if (Files.isRegularFile(target)) {
      lines.removeAll(lines(target));
    }
    Files.write(target, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Also of a file that is damaged, on which no result depends. */
  private static List<String> lines(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
  }

  private String text(Site site) {
    var text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
      site.facts().forEach(json::writeStringProperty);
      json.writeObjectPropertyStart("data");
      fingerprints.forEach((dataset, all) -> json.writeStringProperty(dataset, sum(all)));
      json.writeEndObject();
      json.writeEndObject();
    }
    return text + "\n";
  }

  /** The fingerprint, or one over those of all seeds that draw data. */
  private static String sum(Set<String> fingerprints) {
    if (fingerprints.size() == 1) {
      return fingerprints.iterator().next();
    }
    var sha = new Sha256();
    fingerprints.forEach(sha::add);
    return sha.hex();
  }
}
