package dev.kassei.plotting.batch;

import dev.kassei.plotting.figure.Figure;
import dev.kassei.plotting.report.Block;
import dev.kassei.plotting.report.Picture;
import dev.kassei.plotting.report.Report;
import dev.kassei.plotting.report.Report.Section;
import dev.kassei.results.record.BatchFiles;
import dev.kassei.results.record.BatchRecord;
import dev.kassei.results.record.SettingRecord;
import dev.kassei.results.record.TrialCounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of a batch: the results first, then pictures, then everything behind them. */
final class BatchReport {
  /** More findings or cautions than this are no summary; the rest follows below the table. */
  private static final int MAX_POINTS = 12;

  /**
   * Settings are drawn until they have more pictures than this: browsers take a second for them.
   */
  private static final int MAX_PICTURES = 60;

  private static final Map<String, String> TITLES =
      Map.of(
          SettingFigures.RANKS, "Mean ranks",
          SettingFigures.CENTERS, "Centres",
          SettingFigures.HEAT_MAP, "Methods and data sets",
          SettingFigures.DIFFERENCES, "Improvements",
          SettingFigures.SCORES, "Scores",
          SettingFigures.CURVES, "Learning curves",
          SettingFigures.TUNING, "Tuning",
          SettingFigures.SURFACES, "Learned surfaces");

  /** How to read pictures that do not say it themselves. */
  private static final Map<String, String> NOTES =
      Map.of(
          SettingFigures.CENTERS,
              "Points: interquartile means of all trials on all data sets. Lines: 95 % intervals.",
          SettingFigures.DIFFERENCES,
              "Points: mean improvements over the reference, or median ones where trials may be infinitely"
                  + " bad. Lines: 95 % intervals, each of one comparison by itself; a p after Holm"
                  + " allows for all of them, so a line beside 0 need not be a finding.",
          SettingFigures.SCORES,
              "A point is a trial. A box holds the middle half of them, with the median; whiskers"
                  + " end at the last trial within 1.5 of its lengths.",
          SettingFigures.CURVES,
              "Lines: medians over trials. Bands: 95 % intervals of the median; of fewer than six"
                  + " trials they hold all.",
          SettingFigures.SURFACES,
              "The first output over the two inputs, with the first trials of each method.");

  private final Batch batch;
  private final BatchRecord record;
  private final BatchTables tables;
  private final UnaryOperator<String> links;

  /**
   * @param links the address of a file of the batch by its path in the folder
   */
  BatchReport(Batch batch, UnaryOperator<String> links) {
    this.links = links;
    this.batch = batch;
    this.record = batch.record();
    this.tables = new BatchTables(record.compared());
  }

  /**
   * The page.
   *
   * @param figures of each setting, by name
   */
  Report of(List<Map<String, Figure>> figures) {
    List<Section> sections = new ArrayList<>();
    record.average().ifPresent(average -> addSetting(sections, average(), average, Map.of()));
    int drawn = drawn(figures);
    for (int i = 0; i < drawn; i++) {
      SettingRecord setting = record.settings().get(i);
      addSetting(sections, name(setting), setting, figures.get(i));
    }
    if (drawn < record.settings().size()) {
      sections.add(new FurtherSettings(record.compared()).of(record.settings(), drawn));
    }
    if (record.settings().isEmpty()) {
      sections.add(new Section("Result", sentences(record.verdict(), record.cautions())));
    }
    sections.add(new Section("What was compared", statements()));
    sections.addAll(new TrialSections(batch, links).all());
    sections.add(new Section("How it was made", origin()));
    return new Report(record.name(), subtitle(), sections);
  }

  /** How many settings have room on the page, the first in any case. */
  private static int drawn(List<Map<String, Figure>> figures) {
    int pictures = 0;
    for (int i = 0; i < figures.size(); i++) {
      pictures += figures.get(i).values().stream().mapToInt(it -> it.panels().size()).sum();
      if (i > 0 && pictures > MAX_PICTURES) {
        return i;
      }
    }
    return figures.size();
  }

  private String subtitle() {
    TrialCounts trials = record.trials();
    var words = new StringBuilder();
    words.append(trials.completed()).append(" of ").append(trials.planned());
    words.append(" trials completed");
    append(words, trials.diverged(), "diverged");
    append(words, trials.failed(), "failed");
    append(words, trials.missing(), "not yet run");
    return words.toString();
  }

  private static void append(StringBuilder words, int count, String what) {
    if (count > 0) {
      words.append(", ").append(count).append(' ').append(what);
    }
  }

  private String average() {
    return "on average over %s settings".formatted(record.settings().size());
  }

  private void addSetting(
      List<Section> sections, String name, SettingRecord setting, Map<String, Figure> figures) {
    String suffix = name.isEmpty() ? "" : ": " + name;
    List<Block> result = new ArrayList<>();
    result.addAll(quotable(setting, name));
    result.addAll(tables.ranking(setting));
    result.addAll(findings(first(setting.verdict())));
    List<String> cautions = Stream.concat(general(), setting.cautions().stream()).toList();
    result.addAll(cautions(first(cautions)));
    result.addAll(paragraph(rest(setting.verdict())));
    result.addAll(paragraph(rest(cautions)));
    sections.add(new Section("Result" + suffix, result));
    figures.forEach((key, figure) -> sections.add(pictures(key, figure, suffix)));
    sections.add(new Section("Tables" + suffix, tables.details(setting)));
  }

  /** The results, with what must be known by whoever quotes it. */
  private List<Block> quotable(SettingRecord setting, String name) {
    var headline = new Headline(setting, record.compared());
    List<String> sentences =
        Stream.of(headline.sentence(name), record.compared().reservation())
            .flatMap(Optional::stream)
            .toList();
    return sentences.isEmpty()
        ? List.of()
        : List.of(new Block.Verdict(String.join(" ", sentences)));
  }

  /** The cautions of no single setting, which stand before theirs. */
  private Stream<String> general() {
    int ofSettings = record.settings().stream().mapToInt(each -> each.cautions().size()).sum();
    return record.cautions().stream().limit(Math.max(0, record.cautions().size() - ofSettings));
  }

  private static Section pictures(String key, Figure figure, String suffix) {
    List<Block> blocks = new ArrayList<>();
    if (NOTES.containsKey(key)) {
      blocks.add(new Block.Paragraph(NOTES.get(key)));
    }
    blocks.add(Block.Pictures.of(figure.title(), Picture.of(figure)));
    return new Section(TITLES.get(key) + suffix, blocks);
  }

  /** Such as {@code optimizer=adam}; empty where there is only one setting. */
  private static String name(SettingRecord setting) {
    return setting.axes().entrySet().stream()
        .map(axis -> axis.getKey() + "=" + axis.getValue())
        .collect(Collectors.joining(", "));
  }

  private static List<String> first(List<String> sentences) {
    return sentences.subList(0, Math.min(MAX_POINTS, sentences.size()));
  }

  private static List<String> rest(List<String> sentences) {
    return sentences.subList(Math.min(MAX_POINTS, sentences.size()), sentences.size());
  }

  private static List<Block> findings(List<String> sentences) {
    return sentences.isEmpty() ? List.of() : List.of(new Block.Items("Findings", sentences));
  }

  private static List<Block> cautions(List<String> sentences) {
    return sentences.isEmpty()
        ? List.of()
        : List.of(new Block.Warnings("To keep in mind", sentences));
  }

  private static List<Block> sentences(List<String> verdict, List<String> cautions) {
    List<Block> blocks = new ArrayList<>(findings(verdict));
    blocks.addAll(cautions(cautions));
    return blocks;
  }

  private static List<Block> paragraph(List<String> sentences) {
    return sentences.isEmpty()
        ? List.of()
        : List.of(new Block.Paragraph(String.join("\n", sentences)));
  }

  private List<Block> statements() {
    List<Block> blocks = new ArrayList<>(paragraph(record.compared().statement()));
    blocks.add(tables.terms());
    return blocks;
  }

  private List<Block> origin() {
    List<Block> blocks = new ArrayList<>();
    if (batch.config().isPresent()) {
      blocks.add(
          new Block.Code(
              "Reproduce, in the folder of this page", "kassei run " + BatchFiles.CONFIG));
      blocks.add(new Block.Code("Effective configuration", batch.config().get()));
    }
    blocks.add(environment());
    var files = new LinkedHashMap<String, String>();
    batch.files().forEach((file, words) -> files.put(links.apply(file), file + ": " + words));
    files.put(
        BatchFiles.ENVIRONMENT_PAGE,
        "Where the trials were trained, and whether their times can be compared");
    blocks.add(new Block.Links(files));
    return blocks;
  }

  private Block environment() {
    var facts = new LinkedHashMap<String, String>();
    facts.put("Kassei", record.version());
    facts.put("Digest", record.digest());
    facts.put("Trials", Integer.toString(record.trials().planned()));
    return Block.Facts.of(facts);
  }
}
