package dev.kassei.batch.report;

import dev.kassei.results.record.BatchRecord;
import dev.kassei.results.record.DatasetRecord;
import dev.kassei.results.record.SettingRecord;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/**
 * Writes {@code summary.tex}: tables for a paper that loads the packages {@code booktabs} and
 * {@code dcolumn}, each no larger than its page, with caption and label; what was compared stands
 * in comments above.
 */
final class SummaryLatex {
  private final BatchRecord batch;
  private final LatexTables tables;
  private final Writer out;
  private int written;

  private SummaryLatex(BatchRecord batch, Writer out) {
    this.batch = batch;
    this.tables = new LatexTables(batch.compared());
    this.out = out;
  }

  static void write(BatchRecord batch, Writer out) throws IOException {
    new SummaryLatex(batch, out).write();
  }

  private void write() throws IOException {
    comment("Written by Kassei " + batch.version() + " for " + batch.name() + ".");
    comment("In the preamble: \\usepackage{booktabs,dcolumn}");
    for (String sentence : batch.compared().statement()) {
      comment(sentence);
    }
    if (batch.average().isPresent()) {
      setting(Grids.average(batch.settings().size()) + ": ", batch.average().get());
    }
    for (SettingRecord setting : batch.settings()) {
      setting(Grids.setting(setting.axes()).map(label -> label + ": ").orElse(""), setting);
    }
  }

  private void setting(String prefix, SettingRecord setting) throws IOException {
    if (setting.across().isPresent()) {
      table(tables.across(prefix, setting.across().get(), label()));
      table(tables.centers(prefix, setting.across().get(), label()));
      return;
    }
    for (DatasetRecord dataset : setting.datasets()) {
      table(tables.dataset(prefix, dataset, label()));
    }
  }

  /** Such as {@code tab:moons-1}: the batch and the number of the table. */
  private String label() {
    written++;
    String name = batch.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return "tab:" + name + "-" + written;
  }

  private void table(LatexTable<?> table) throws IOException {
    line("");
    for (String text : table.lines()) {
      line(text);
    }
  }

  private void comment(String text) throws IOException {
    line("% " + text.replaceAll("\\s+", " "));
  }

  private void line(String text) throws IOException {
    out.write(text);
    out.write('\n');
  }
}
