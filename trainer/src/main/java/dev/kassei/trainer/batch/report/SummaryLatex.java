package dev.kassei.trainer.batch.report;

import dev.kassei.api.result.BatchRecord;
import dev.kassei.api.result.DatasetRecord;
import dev.kassei.api.result.SettingRecord;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes {@code summary.tex}: tables for a paper that loads the package {@code booktabs}; what they
 * show stands in comments above each.
 */
final class SummaryLatex {
  private static final Map<String, String> SPECIAL =
      Map.ofEntries(
          Map.entry("\\", "\\textbackslash{}"),
          Map.entry("~", "\\textasciitilde{}"),
          Map.entry("^", "\\textasciicircum{}"),
          Map.entry("<", "$<$"),
          Map.entry(">", "$>$"),
          Map.entry("−", "$-$"),
          Map.entry("±", "$\\pm$"),
          Map.entry("∞", "$\\infty$"),
          Map.entry("δ", "$\\delta$"),
          Map.entry("…", "\\dots{}"),
          Map.entry("–", "--"),
          Map.entry("|", "$|$"),
          Map.entry("\"", "\\textquotedbl{}"));

  private final BatchRecord batch;
  private final Grids grids;
  private final Writer out;

  private SummaryLatex(BatchRecord batch, Writer out) {
    this.batch = batch;
    this.grids = new Grids(batch.compared());
    this.out = out;
  }

  static void write(BatchRecord batch, Writer out) throws IOException {
    new SummaryLatex(batch, out).write();
  }

  private void write() throws IOException {
    comment("Written by Kassei " + batch.version() + " for " + batch.name() + ".");
    comment("In the preamble: \\usepackage{booktabs}");
    for (String sentence : batch.compared().statement()) {
      comment(sentence);
    }
    for (SettingRecord setting : batch.settings()) {
      setting(setting);
    }
  }

  private void setting(SettingRecord setting) throws IOException {
    String prefix = Grids.setting(setting.axes()).map(label -> label + ": ").orElse("");
    if (setting.across().isPresent()) {
      table(prefix + "over data sets", grids.across(setting.across().get()));
      table(prefix + "by data set", grids.centers(setting.across().get()));
      return;
    }
    for (DatasetRecord dataset : setting.datasets()) {
      table(prefix + dataset.name(), grids.dataset(dataset));
    }
  }

  private void table(String comment, Grid grid) throws IOException {
    line("");
    comment(comment);
    line("\\begin{tabular}{l" + "r".repeat(grid.header().size() - 1) + "}");
    line("\\toprule");
    row(grid.header().stream().map(SummaryLatex::escaped).toList());
    line("\\midrule");
    for (List<Grid.Cell> cells : grid.rows()) {
      row(cells.stream().map(SummaryLatex::cell).toList());
    }
    line("\\bottomrule");
    line("\\end{tabular}");
  }

  private void row(List<String> texts) throws IOException {
    line(String.join(" & ", texts) + " \\\\");
  }

  private static String cell(Grid.Cell cell) {
    String text = escaped(cell.text());
    return cell.isBold() ? "\\textbf{" + text + "}" : text;
  }

  /**
   * The text as it is to be printed; {@code [} after the end of a row would be read as a length.
   */
  private static String escaped(String text) {
    String escaped =
        text.replaceAll("\\s+", " ")
            .codePoints()
            .mapToObj(Character::toString)
            .map(SummaryLatex::symbol)
            .collect(Collectors.joining());
    return escaped.startsWith("[") ? "{}" + escaped : escaped;
  }

  private static String symbol(String symbol) {
    return "{}$&#%_".contains(symbol) ? "\\" + symbol : SPECIAL.getOrDefault(symbol, symbol);
  }

  private void comment(String text) throws IOException {
    line("% " + text.replaceAll("\\s+", " "));
  }

  private void line(String text) throws IOException {
    out.write(text);
    out.write('\n');
  }
}
