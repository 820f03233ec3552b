package dev.kassei.batch.report;

import dev.kassei.results.record.BatchRecord;
import dev.kassei.results.record.DatasetRecord;
import dev.kassei.results.record.SettingRecord;
import java.util.ArrayList;
import java.util.List;

/** What a batch found, for a terminal. */
public final class BatchSummary {
  /** More settings than this are not all shown. */
  private static final int SETTINGS = 6;

  private static final int SENTENCES = 12;

  private BatchSummary() {}

  /** Ranked tables, what was compared, cautions, and the verdict at the end. */
  public static List<String> lines(BatchRecord batch) {
    var lines = new ArrayList<String>();
    var grids = new Grids(batch.compared());
    batch
        .average()
        .ifPresent(
            average -> {
              lines.add(Grids.average(batch.settings().size()));
              setting(average, grids, lines);
            });
    batch.settings().stream().limit(SETTINGS).forEach(each -> setting(each, grids, lines));
    if (batch.settings().size() > SETTINGS) {
      lines.add(
          "and %s more settings, see summary.md".formatted(batch.settings().size() - SETTINGS));
      lines.add("");
    }
    lines.addAll(batch.compared().statement());
    section("To keep in mind:", batch.cautions(), lines);
    section("Verdict:", batch.verdict(), lines);
    return lines;
  }

  private static void setting(SettingRecord setting, Grids grids, List<String> lines) {
    Grids.setting(setting.axes()).ifPresent(lines::add);
    if (setting.across().isPresent()) {
      lines.addAll(grids.across(setting.across().get()).lines());
      lines.add("");
      return;
    }
    for (DatasetRecord dataset : setting.datasets()) {
      lines.add(dataset.name() + ": " + dataset.designText());
      lines.addAll(grids.dataset(dataset).lines());
      lines.add("");
    }
  }

  private static void section(String title, List<String> sentences, List<String> lines) {
    if (sentences.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(title);
    sentences.stream().limit(SENTENCES).forEach(sentence -> lines.add("- " + sentence));
    if (sentences.size() > SENTENCES) {
      lines.add("- and %s more, see summary.md".formatted(sentences.size() - SENTENCES));
    }
  }
}
