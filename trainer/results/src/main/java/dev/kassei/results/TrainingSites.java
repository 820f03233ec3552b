package dev.kassei.results;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.kassei.results.file.FolderException;
import dev.kassei.results.record.BatchFiles;
import dev.kassei.results.record.SiteRecord;
import dev.kassei.results.record.TrialColumns;
import dev.kassei.results.text.Noun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where the trials of a batch were trained.
 *
 * @param trials the processes that trained some, each with how many
 * @param unknown the number of trials of which that is not known, as of older versions
 * @param others processes that trained none of these trials, or of which that is not known
 */
public record TrainingSites(Map<SiteRecord, Integer> trials, int unknown, List<SiteRecord> others) {
  public TrainingSites {
    trials = Collections.unmodifiableMap(new LinkedHashMap<>(trials));
    others = List.copyOf(others);
  }

  /**
   * Of the trials in the tables of a folder.
   *
   * @throws FolderException if the table of timings is damaged
   */
  public static TrainingSites read(Path folder) throws IOException {
    Path timings = folder.resolve(BatchFiles.TIMINGS);
    return of(
        EnvironmentFile.read(folder), Files.isRegularFile(timings) ? counts(timings) : Map.of());
  }

  /** The numbers of trials by the name of the process, which is "" in what older versions wrote. */
  private static Map<String, Integer> counts(Path timings) throws IOException {
    var counts = new HashMap<String, Integer>();
    try (CsvReader<CsvRecord> lines = CsvReader.builder().ofCsvRecord(timings)) {
      int place = -1;
      for (CsvRecord line : lines) {
        if (line.getStartingLineNumber() == 1) {
          place = line.getFields().indexOf(TrialColumns.SITE);
        } else {
          counts.merge(place < 0 ? "" : line.getField(place), 1, Integer::sum);
        }
      }
      return counts;
    } catch (CsvParseException e) {
      throw FolderException.damaged(timings, "it is not CSV: " + e.getMessage());
    }
  }

  /**
   * Of some trials.
   *
   * @param environment the processes that trained
   * @param counts the numbers of trials by the name of the process; under "" those of which it is
   *     not known
   */
  static TrainingSites of(List<SiteRecord> environment, Map<String, Integer> counts) {
    var left = new HashMap<>(counts);
    int unnamed = Optional.ofNullable(left.remove("")).orElse(0);
    var trials = new LinkedHashMap<SiteRecord, Integer>();
    var others = new ArrayList<SiteRecord>();
    for (SiteRecord site : environment) {
      Integer count = left.remove(site.site());
      if (count == null) {
        others.add(site);
      } else {
        trials.put(site, count);
      }
    }
    int lost = left.values().stream().mapToInt(count -> count).sum();
    return new TrainingSites(trials, unnamed + lost, others);
  }

  /** The number of trials by the processor that trained them, the most frequent first. */
  public Map<String, Integer> processors() {
    var counts = new LinkedHashMap<String, Integer>();
    trials.forEach((site, count) -> counts.merge(site.processor(), count, Integer::sum));
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
  }

  /** What has to be known of times; empty where all trials had equal processors. */
  public Optional<String> caution() {
    Map<String, Integer> kinds = processors();
    if (kinds.size() < 2) {
      return Optional.empty();
    }
    String names =
        kinds.entrySet().stream()
            .map(kind -> "%s on %s".formatted(Noun.TRIAL.count(kind.getValue()), kind.getKey()))
            .collect(Collectors.joining(", "));
    return Optional.of(
        "Times are comparable only between equal processors; these trials were trained on %s kinds: %s."
            .formatted(kinds.size(), names));
  }
}
