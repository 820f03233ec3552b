package dev.kassei.batch.history;

import dev.kassei.results.Sha256;
import dev.kassei.results.record.BatchFiles;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
  private static final long MEBIBYTE = 1 << 20;

  private final Map<String, String> facts = new LinkedHashMap<>();
  private final Map<String, Set<String>> fingerprints = new LinkedHashMap<>();
  private final Clock clock;
  private boolean isWritten;

  /**
   * @param release what this version of Kassei is called
   * @param code names its code
   * @param threads on which trials are trained
   */
  public Environment(String release, String code, int threads, Clock clock) {
    this.clock = clock;
    facts.put("kassei", release);
    facts.put("code", code);
    Commit.ofKassei().ifPresent(commit -> facts.put("commit", commit));
    facts.put("java", System.getProperty("java.runtime.version", ""));
    facts.put("vm", System.getProperty("java.vm.name", ""));
    facts.put("vendor", System.getProperty("java.vendor", ""));
    facts.put(
        "system", System.getProperty("os.name", "") + " " + System.getProperty("os.version", ""));
    facts.put("architecture", System.getProperty("os.arch", ""));
    facts.put("processor", Processor.ofThisMachine().model());
    facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
    facts.put("threads", Integer.toString(threads));
    facts.put("heap_mib", Long.toString(Runtime.getRuntime().maxMemory() / MEBIBYTE));
  }

  /**
   * Takes what tells the data of a trial from all other data.
   *
   * @param dataset what the data set is called
   */
  public void data(String dataset, String fingerprint) {
    fingerprints.computeIfAbsent(dataset, name -> new LinkedHashSet<>()).add(fingerprint);
  }

  /** Writes the line, once. */
  public void write(Path folder) throws IOException {
    if (isWritten) {
      return;
    }
    isWritten = true;
    Files.writeString(
        folder.resolve(BatchFiles.ENVIRONMENT),
        text(),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private String text() {
    var text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
      facts.forEach(json::writeStringProperty);
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
