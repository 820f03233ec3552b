package dev.kassei.results;

import dev.kassei.results.file.OwnFiles;
import dev.kassei.results.file.WholeFile;
import dev.kassei.results.json.IndentedJson;
import dev.kassei.results.record.BatchFiles;
import dev.kassei.results.record.FileSum;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The file {@code results.json}: to which plan tables and findings belong, with the sum of each.
 * Written last and retired first, so that whatever it names is whole, unchanged, and of the
 * configuration beside it. Where it is missing, the journal tells what has ended.
 */
public final class ResultsFile {
  /** The tables. */
  public static final List<String> TABLES =
      List.of(BatchFiles.TRIALS, BatchFiles.CURVES, BatchFiles.TIMINGS, BatchFiles.TUNING);

  /** What was found. */
  public static final List<String> FINDINGS =
      List.of(BatchFiles.STATISTICS, BatchFiles.SUMMARY, BatchFiles.LATEX);

  private static final int FORMAT = 1;
  private static final String PICTURE = "[a-z][a-z-]*(-\\d+)?\\.(png|svg|pdf)";

  private ResultsFile() {}

  /** Whether a folder has one. */
  public static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve(BatchFiles.RESULTS));
  }

  /**
   * Names files that have just been written.
   *
   * @param plan the hash of the plan that they belong to; empty where batches were joined
   * @param files those of these that are there
   */
  public static void write(Path folder, Optional<String> plan, List<String> files)
      throws IOException {
    var sums = new LinkedHashMap<String, String>();
    for (String name : files) {
      if (Files.isRegularFile(folder.resolve(name))) {
        sums.put(name, FileSum.of(folder.resolve(name)));
      }
    }
    Path config = folder.resolve(BatchFiles.CONFIG);
    if (plan.isPresent() && Files.isRegularFile(config)) {
      sums.put(BatchFiles.CONFIG, FileSum.ofConfig(config));
    }
    WholeFile.text(folder.resolve(BatchFiles.RESULTS), out -> write(plan, sums, out));
  }

  private static void write(Optional<String> plan, Map<String, String> sums, Writer out) {
    try (JsonGenerator json = IndentedJson.to(out)) {
      json.writeStartObject();
      json.writeNumberProperty("format", FORMAT);
      plan.ifPresent(hash -> json.writeStringProperty("plan", hash));
      json.writeObjectPropertyStart("files");
      sums.forEach(json::writeStringProperty);
      json.writeEndObject();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  /** Says that tables are no longer what counts, as when trials are trained. */
  public static void retire(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(BatchFiles.RESULTS));
  }

  /** Removes tables, findings and pictures, which belong to a plan that has been changed. */
  public static void remove(Path folder) throws IOException {
    retire(folder);
    for (String name : TABLES) {
      OwnFiles.delete(folder.resolve(name));
    }
    for (String name : FINDINGS) {
      OwnFiles.delete(folder.resolve(name));
    }
    OwnFiles.delete(folder.resolve(BatchFiles.REPORT));
    OwnFiles.delete(folder.resolve(BatchFiles.ENVIRONMENT_PAGE));
    OwnFiles.delete(folder.resolve(BatchFiles.PLOTS), name -> name.matches(PICTURE));
  }

  /** The sums by name; empty if the file is damaged. */
  public static Map<String, String> sums(Path folder) throws IOException {
    Path file = folder.resolve(BatchFiles.RESULTS);
    var sums = new HashMap<String, String>();
    try (JsonParser json =
        new JsonFactory().createParser(ObjectReadContext.empty(), Files.newInputStream(file))) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.VALUE_STRING) {
          sums.put(String.valueOf(json.currentName()), json.getString());
        }
      }
      return sums;
    } catch (JacksonException e) {
      return Map.of();
    }
  }
}
