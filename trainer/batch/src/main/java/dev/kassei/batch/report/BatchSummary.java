package dev.kassei.batch.report;

import dev.kassei.results.record.BatchRecord;
import dev.kassei.results.record.DatasetRecord;
import dev.kassei.results.record.SettingRecord;
import dev.kassei.results.text.Wrapped;
import java.util.ArrayList;
import java.util.List;

/** What a batch found, for a terminal. */
public final class BatchSummary {
  /** More settings than this are not all shown. */
  private static final int SETTINGS = 6;

  private static final int SENTENCES = 12;

  private final BatchRecord batch;
  private final Grids grids;
  private final int room;
  private final List<String> lines = new ArrayList<>();

  private BatchSummary(BatchRecord batch, int room) {
    this.batch = batch;
    this.grids = new Grids(batch.compared());
    this.room = room;
  }

  /** As {@link #lines(BatchRecord, int)}, with room for any line. */
  public static List<String> lines(BatchRecord batch) {
    return lines(batch, Integer.MAX_VALUE);
  }

  /**
   * Ranked tables, what was compared, cautions, and the verdict at the end.
   *
   * @param room the columns of the terminal, where tables fold and sentences wrap
   */
  public static List<String> lines(BatchRecord batch, int room) {
    var summary = new BatchSummary(batch, room);
    summary.addAll();
    return List.copyOf(summary.lines);
  }

  private void addAll() {
    batch
        .average()
        .ifPresent(
            average -> {
              sentence(Grids.average(batch.settings().size()));
              setting(average);
            });
    batch.settings().stream().limit(SETTINGS).forEach(this::setting);
    if (batch.settings().size() > SETTINGS) {
      sentence(
          "and %s more settings, see summary.md".formatted(batch.settings().size() - SETTINGS));
      lines.add("");
    }
    batch.compared().statement().forEach(this::sentence);
    section("To keep in mind:", batch.cautions());
    section("Verdict:", batch.verdict());
  }

  private void sentence(String text) {
    lines.addAll(Wrapped.lines(text, room));
  }

  private void table(Grid grid) {
    lines.addAll(grid.lines(room));
    lines.add("");
  }

  private void setting(SettingRecord setting) {
    Grids.setting(setting.axes()).ifPresent(this::sentence);
    if (setting.across().isPresent()) {
      table(grids.across(setting.across().get()));
      return;
    }
    for (DatasetRecord dataset : setting.datasets()) {
      sentence(dataset.name() + ": " + dataset.designText());
      table(grids.dataset(dataset));
    }
  }

  private void section(String title, List<String> sentences) {
    if (sentences.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(title);
    sentences.stream().limit(SENTENCES).forEach(each -> sentence("- " + each));
    if (sentences.size() > SENTENCES) {
      lines.add("- and %s more, see summary.md".formatted(sentences.size() - SENTENCES));
    }
  }
}
