package dev.kassei.batch.report;

import dev.kassei.results.record.AcrossRecord;
import dev.kassei.results.record.BatchRecord;
import dev.kassei.results.record.DatasetRecord;
import dev.kassei.results.record.SettingRecord;
import dev.kassei.results.record.TrialCounts;
import dev.kassei.results.record.TuningRecord;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes {@code summary.md}: verdict, what was compared, tables, cautions. */
final class SummaryMarkdown {
  private final BatchRecord batch;
  private final Reproduction reproduction;
  private final Grids grids;
  private final List<String> blocks = new ArrayList<>();

  private SummaryMarkdown(BatchRecord batch, Reproduction reproduction) {
    this.batch = batch;
    this.reproduction = reproduction;
    this.grids = new Grids(batch.compared());
  }

  static void write(BatchRecord batch, Reproduction reproduction, Writer out) throws IOException {
    out.write(new SummaryMarkdown(batch, reproduction).text());
  }

  private String text() {
    heading(1, batch.name());
    items(batch.verdict());
    heading(2, "What was compared");
    blocks.add(escaped(String.join(" ", batch.compared().statement())));
    blocks.add(counts(batch.trials()));
    heading(2, "Results");
    batch
        .average()
        .ifPresent(
            average -> setting(Optional.of(Grids.average(batch.settings().size())), average));
    batch.settings().forEach(setting -> setting(Grids.setting(setting.axes()), setting));
    if (!batch.cautions().isEmpty()) {
      heading(2, "To keep in mind");
      items(batch.cautions());
    }
    reproduction();
    return String.join("\n\n", blocks) + "\n";
  }

  private void setting(Optional<String> label, SettingRecord setting) {
    String prefix = label.map(text -> text + ": ").orElse("");
    if (setting.across().isPresent()) {
      AcrossRecord across = setting.across().get();
      label.ifPresent(text -> heading(3, text));
      grid(grids.across(across));
      heading(3, prefix + "By data set");
      grid(grids.centers(across));
    }
    setting.datasets().forEach(dataset -> dataset(prefix, dataset));
  }

  private void dataset(String prefix, DatasetRecord dataset) {
    heading(3, prefix + dataset.name());
    grid(grids.dataset(dataset));
    blocks.add(escaped(dataset.designText()));
    dataset.tuning().ifPresent(this::tuning);
  }

  private void tuning(TuningRecord tuning) {
    blocks.add(
        ("Every method at the same settings, with the same budget: mean %s of the tuning trials."
                + " The chosen ones are bold%s.")
            .formatted(escaped(tuning.metric()), isChosenOften(tuning) ? ", with how often" : ""));
    grid(grids.fixed(tuning));
  }

  private static boolean isChosenOften(TuningRecord tuning) {
    return tuning.rows().stream()
        .anyMatch(row -> row.chosen().stream().mapToInt(Integer::intValue).sum() > 1);
  }

  private void reproduction() {
    heading(2, "How to reproduce");
    blocks.add(
        "Written by Kassei %s. %s".formatted(escaped(batch.version()), reproduction.sentence()));
    blocks.add("```\n%s\n```".formatted(String.join("\n", reproduction.commands())));
    blocks.add("Digest over all trials: `%s`".formatted(batch.digest()));
  }

  private static String counts(TrialCounts trials) {
    String ended =
        "%s of %s trials completed, %s diverged, %s failed"
            .formatted(trials.completed(), trials.planned(), trials.diverged(), trials.failed());
    return ended + (trials.missing() == 0 ? "." : "; %s are missing.".formatted(trials.missing()));
  }

  private void items(List<String> sentences) {
    blocks.add(
        sentences.stream()
            .map(sentence -> "- " + escaped(sentence))
            .collect(Collectors.joining("\n")));
  }

  private void heading(int level, String text) {
    blocks.add("#".repeat(level) + " " + escaped(text));
  }

  private void grid(Grid grid) {
    var lines = new ArrayList<String>();
    lines.add(row(grid.header().stream().map(SummaryMarkdown::escaped).toList()));
    lines.add("|---|" + "--:|".repeat(grid.header().size() - 1));
    grid.rows()
        .forEach(cells -> lines.add(row(cells.stream().map(SummaryMarkdown::cell).toList())));
    blocks.add(String.join("\n", lines));
  }

  private static String row(List<String> texts) {
    return texts.stream().collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String cell(Grid.Cell cell) {
    return cell.isBold() ? "**" + escaped(cell.text()) + "**" : escaped(cell.text());
  }

  /** Without what would be read as marks, links, pictures or HTML, and in one line. */
  private static String escaped(String text) {
    return text.replaceAll("[\\\\|*`]|<(?=[A-Za-z/!?])|](?=[(\\[:])|~(?=~)", "\\\\$0")
        .replaceAll("\\s+", " ")
        .replaceAll("\\p{Cc}|[\\u202a-\\u202e\\u2066-\\u2069]", "\uFFFD");
  }
}
