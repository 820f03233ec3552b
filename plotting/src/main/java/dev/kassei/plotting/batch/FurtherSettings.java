package dev.kassei.plotting.batch;

import dev.kassei.plotting.report.Block;
import dev.kassei.plotting.report.Block.Column;
import dev.kassei.plotting.report.Report.Section;
import dev.kassei.results.record.AcrossRecord;
import dev.kassei.results.record.BatchFiles;
import dev.kassei.results.record.ComparedRecord;
import dev.kassei.results.record.ContrastRecord.Finding;
import dev.kassei.results.record.MethodRecord;
import dev.kassei.results.record.SettingRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings that a page has no room to draw: a row each in one table. */
final class FurtherSettings {
  /** A table of more rows than this takes browsers a second. */
  private static final int MAX_ROWS = 2_000;

  private static final String NONE = "–";

  private final ComparedRecord compared;

  FurtherSettings(ComparedRecord compared) {
    this.compared = compared;
  }

  /** The best method of a setting, and the mean, median or mean rank that makes it so. */
  private record Best(String method, double value) {}

  /**
   * The section.
   *
   * @param drawn how many of the settings are on the page already
   */
  Section of(List<SettingRecord> settings, int drawn) {
    List<SettingRecord> further = settings.subList(drawn, settings.size());
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Paragraph(
            "%s settings are shown above with pictures and tables. The others have a row here, their pictures in the"
                    .formatted(drawn)
                + " folder %s, and all their numbers in %s."
                    .formatted(BatchFiles.PLOTS, BatchFiles.STATISTICS)));
    blocks.add(
        new Block.Table(
            "By " + compared.metric(),
            columns(further),
            further.stream().limit(MAX_ROWS).map(this::row).toList()));
    if (further.size() > MAX_ROWS) {
      blocks.add(
          new Block.Paragraph(
              "%s more are in %s.".formatted(further.size() - MAX_ROWS, BatchFiles.STATISTICS)));
    }
    return new Section("Further settings", blocks);
  }

  private List<Column> columns(List<SettingRecord> settings) {
    List<Column> columns = new ArrayList<>();
    settings.get(0).axes().keySet().forEach(axis -> columns.add(Column.text(axis)));
    boolean isRanked = settings.get(0).across().isPresent();
    String center = compared.center() == ComparedRecord.Center.MEAN ? "Its mean" : "Its median";
    columns.add(Column.text("Best method"));
    columns.add(Column.number(isRanked ? "Its mean rank" : center));
    if (!compared.isAlone()) {
      columns.add(Column.number("Better than " + compared.reference()));
      columns.add(Column.number("Worse"));
      columns.add(Column.number("Equivalent"));
      columns.add(Column.number("Cannot be told apart"));
    }
    return columns;
  }

  private List<String> row(SettingRecord setting) {
    List<String> cells = new ArrayList<>(setting.axes().values());
    Optional<Best> best = best(setting);
    cells.add(best.map(Best::method).orElse(NONE));
    cells.add(best.map(it -> Labels.value(it.value())).orElse(NONE));
    if (!compared.isAlone()) {
      Map<String, Finding> findings = new Headline(setting, compared).findings();
      for (Finding finding : Finding.values()) {
        long count = findings.values().stream().filter(finding::equals).count();
        cells.add(Long.toString(count));
      }
    }
    return cells;
  }

  /** Methods stand from the best to the worst. */
  private static Optional<Best> best(SettingRecord setting) {
    if (setting.across().isPresent()) {
      return setting.across().orElseThrow().methods().stream()
          .findFirst()
          .map((AcrossRecord.Method method) -> new Best(method.name(), method.meanRank()));
    }
    return setting.datasets().stream()
        .flatMap(dataset -> dataset.methods().stream())
        .findFirst()
        .map((MethodRecord method) -> new Best(method.name(), method.center()));
  }
}
