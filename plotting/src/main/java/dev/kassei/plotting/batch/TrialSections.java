package dev.kassei.plotting.batch;

import dev.kassei.plotting.report.Block;
import dev.kassei.plotting.report.Report.Section;
import dev.kassei.results.record.BatchFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What a page says of single trials: which failed, and which are saved as runs. */
final class TrialSections {
  private static final int MAX_FAILED = 40;
  private static final int MAX_RUNS = 40;

  private final Batch batch;
  private final UnaryOperator<String> links;

  /**
   * @param links the address of a file of the batch by its path in the folder
   */
  TrialSections(Batch batch, UnaryOperator<String> links) {
    this.batch = batch;
    this.links = links;
  }

  /** The sections that have something to say. */
  List<Section> all() {
    List<Section> sections = new ArrayList<>();
    List<Trial> failed = batch.trials().stream().filter(trial -> !trial.isCompleted()).toList();
    if (!failed.isEmpty()) {
      sections.add(new Section("Trials that failed or diverged", failures(failed)));
    }
    Map<String, String> runs = runs();
    if (!runs.isEmpty()) {
      sections.add(new Section("Trials as runs", links(runs)));
    }
    return sections;
  }

  private static List<Block> failures(List<Trial> failed) {
    List<List<String>> rows =
        failed.stream()
            .limit(MAX_FAILED)
            .map(trial -> List.of(trial.number(), axes(trial), trial.status(), trial.reason()))
            .toList();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Table(
            "",
            List.of(
                Block.Column.number("Trial"),
                Block.Column.text("Axes"),
                Block.Column.text("Status"),
                Block.Column.text("Reason")),
            rows));
    if (failed.size() > MAX_FAILED) {
      blocks.add(more(failed.size() - MAX_FAILED, BatchFiles.TRIALS));
    }
    return blocks;
  }

  private Map<String, String> runs() {
    Map<String, String> runs = new LinkedHashMap<>();
    for (Trial trial : batch.trials()) {
      batch
          .page(trial)
          .ifPresent(
              path -> runs.put(links.apply(path), "Trial " + trial.number() + ": " + axes(trial)));
    }
    return runs;
  }

  private static List<Block> links(Map<String, String> runs) {
    var first = new LinkedHashMap<String, String>();
    runs.entrySet().stream()
        .limit(MAX_RUNS)
        .forEach(run -> first.put(run.getKey(), run.getValue()));
    List<Block> blocks = new ArrayList<>(List.of(new Block.Links(first)));
    if (runs.size() > MAX_RUNS) {
      blocks.add(more(runs.size() - MAX_RUNS, BatchFiles.RUNS));
    }
    return blocks;
  }

  private static Block more(int count, String place) {
    return new Block.Paragraph("%s more are in %s.".formatted(count, place));
  }

  private static String axes(Trial trial) {
    return trial.axes().entrySet().stream()
        .map(axis -> axis.getKey() + "=" + axis.getValue())
        .collect(Collectors.joining(", "));
  }
}
