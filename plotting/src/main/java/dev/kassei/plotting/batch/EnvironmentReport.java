package dev.kassei.plotting.batch;

import dev.kassei.plotting.report.Block;
import dev.kassei.plotting.report.Block.Column;
import dev.kassei.plotting.report.Report;
import dev.kassei.plotting.report.Report.Section;
import dev.kassei.results.TrainingSites;
import dev.kassei.results.record.BatchFiles;
import dev.kassei.results.record.SiteRecord;
import dev.kassei.results.text.Noun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page that says where the trials of a batch were trained. It is not part of the page of the
 * batch, which has the same bytes wherever that was.
 */
final class EnvironmentReport {
  private static final String PROCESSOR = "Processor";
  private static final Noun PROCESS = new Noun("process", "processes");

  private final String title;
  private final TrainingSites sites;
  private final UnaryOperator<String> links;

  /**
   * @param title what the batch is called
   * @param links the address of a file of the batch by its path in the folder
   */
  EnvironmentReport(String title, TrainingSites sites, UnaryOperator<String> links) {
    this.title = title;
    this.sites = sites;
    this.links = links;
  }

  /**
   * What processes have in common whose times are about equal.
   *
   * @param facts others than the processor, by the names of columns
   */
  private record Kind(String processor, Map<String, String> facts) {
    static Kind of(SiteRecord site) {
      var facts = new LinkedHashMap<String, String>();
      facts.put("Cores", site.fact(SiteRecord.CORES));
      facts.put("Threads per process", site.fact(SiteRecord.THREADS));
      facts.put("Kernels", site.fact(SiteRecord.KERNELS));
      facts.put("Java", site.fact(SiteRecord.JAVA) + ", " + site.fact(SiteRecord.VM));
      facts.put("System", site.fact(SiteRecord.SYSTEM) + ", " + site.fact(SiteRecord.ARCHITECTURE));
      return new Kind(site.processor(), facts);
    }
  }

  Report page() {
    return new Report(
        title,
        "Where the trials were trained",
        List.of(new Section("Processes", processes()), new Section("Files", List.of(files()))));
  }

  private List<Block> processes() {
    boolean areNamed = !sites.trials().isEmpty();
    Map<Kind, List<SiteRecord>> kinds =
        Stream.concat(
                sites.trials().keySet().stream(),
                areNamed ? Stream.empty() : sites.others().stream())
            .collect(Collectors.groupingBy(Kind::of, LinkedHashMap::new, Collectors.toList()));
    List<Block> blocks = new ArrayList<>();
    if (kinds.size() == 1) {
      kinds.forEach((kind, members) -> blocks.addAll(facts(kind, members)));
    } else if (!kinds.isEmpty()) {
      blocks.add(table(kinds));
    }
    sites.caution().ifPresent(caution -> blocks.add(new Block.Warning(caution)));
    limits().forEach(limit -> blocks.add(new Block.Paragraph(limit)));
    return blocks;
  }

  private List<Block> facts(Kind kind, List<SiteRecord> members) {
    var facts = new LinkedHashMap<String, String>();
    facts.put(PROCESSOR, kind.processor());
    facts.putAll(kind.facts());
    return List.of(
        new Block.Paragraph(
            "Trained by %s%s.".formatted(PROCESS.count(members.size()), trained(members))),
        Block.Facts.of(facts));
  }

  private String trained(List<SiteRecord> members) {
    int trials = trials(members);
    return trials == 0 ? "" : ": " + Noun.TRIAL.count(trials);
  }

  private int trials(List<SiteRecord> members) {
    return members.stream().mapToInt(site -> sites.trials().getOrDefault(site, 0)).sum();
  }

  private Block table(Map<Kind, List<SiteRecord>> kinds) {
    List<Column> columns = new ArrayList<>(counts().stream().map(Column::number).toList());
    Kind first = kinds.keySet().iterator().next();
    first.facts().keySet().forEach(name -> columns.add(Column.text(name)));
    columns.add(0, Column.text(PROCESSOR));
    List<List<String>> rows = new ArrayList<>();
    kinds.forEach(
        (kind, members) -> {
          List<String> cells = new ArrayList<>(List.of(kind.processor()));
          cells.addAll(counts(members));
          cells.addAll(kind.facts().values());
          rows.add(cells);
        });
    return new Block.Table("", columns, rows);
  }

  /** What is counted, of trials only if the folder says which process trained them. */
  private List<String> counts() {
    return sites.trials().isEmpty() ? List.of("Processes") : List.of("Processes", "Trials");
  }

  private List<String> counts(List<SiteRecord> members) {
    return Stream.of(members.size(), trials(members))
        .limit(counts().size())
        .map(String::valueOf)
        .toList();
  }

  /** What is not known. */
  private List<String> limits() {
    List<String> limits = new ArrayList<>();
    if (sites.trials().isEmpty()) {
      limits.add(
          sites.others().isEmpty()
              ? "The folder does not say where its trials were trained."
              : "The folder does not say which process trained which trials.");
      return limits;
    }
    if (sites.unknown() > 0) {
      limits.add("For %s the process is not known.".formatted(Noun.TRIAL.count(sites.unknown())));
    }
    if (!sites.others().isEmpty()) {
      limits.add(
          "%s trained only other trials, such as those of the tuning."
              .formatted(PROCESS.count(sites.others().size())));
    }
    return limits;
  }

  private Block files() {
    var files = new LinkedHashMap<String, String>();
    files.put(BatchFiles.REPORT, BatchFiles.REPORT + ": the results");
    files.put(
        links.apply(BatchFiles.TIMINGS),
        BatchFiles.TIMINGS + ": the seconds, the processor and the process of each trial");
    if (!sites.trials().isEmpty() || !sites.others().isEmpty()) {
      files.put(
          links.apply(BatchFiles.ENVIRONMENT),
          BatchFiles.ENVIRONMENT + ": all that is known of each process");
    }
    return new Block.Links(files);
  }
}
