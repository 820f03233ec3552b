package dev.kassei.plotting.run;

import dev.kassei.plotting.figure.Figure;
import dev.kassei.plotting.report.Block;
import dev.kassei.plotting.report.Picture;
import dev.kassei.plotting.report.Report;
import dev.kassei.plotting.report.Report.Section;
import dev.kassei.results.Run;
import dev.kassei.results.record.RunFiles;
import dev.kassei.results.record.RunRecord;
import dev.kassei.results.record.RunStatus;
import dev.kassei.results.text.EpochsToTarget;
import dev.kassei.results.text.Heading;
import dev.kassei.results.text.Noun;
import dev.kassei.results.text.Rounded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The page of one run. */
final class RunReport {
  private static final Map<String, String> TITLES =
      Map.ofEntries(
          Map.entry(RunFigures.CURVES, "Curves"),
          Map.entry(RunFigures.SURFACE, "Surface"),
          Map.entry(RunFigures.DECISION_MAP, "Decision map"),
          Map.entry(RunFigures.PICTURE, "Picture"),
          Map.entry(RunFigures.CONFUSION_MATRIX, "Confusion matrix"),
          Map.entry(RunFigures.RESIDUALS, "Residuals"),
          Map.entry(RunFigures.ACTIVATIONS, "Learned activations"),
          Map.entry(RunFigures.ACTIVATION_PARAMETERS, "Parameters of activations"),
          Map.entry(RunFigures.LAYERS, "Layers over epochs"),
          Map.entry(RunFigures.DEPTH, "Layers by depth"),
          Map.entry(RunFigures.HISTOGRAMS, "Histograms"));

  /** What is measured on one split alone. */
  private static final String NO_NUMBER = "";

  private final Run run;
  private final RunRecord record;

  RunReport(Run run) {
    this.run = run;
    this.record = run.record();
  }

  Report of(Map<String, Figure> figures) {
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("Result", result()));
    figures.forEach(
        (name, figure) -> sections.add(Section.of(TITLES.get(name), pictures(name, figure))));
    sections.add(
        Section.of(
            "How it was made",
            new Block.Code(
                "Reproduce, in the folder of this page, into another beside it",
                "kassei run " + RunFiles.CONFIG + " --out .."),
            new Block.Code("Effective configuration", run.config()),
            environment(),
            Block.Facts.of(gains())));
    return new Report(record.name(), subtitle(), sections);
  }

  private String subtitle() {
    return "%s · %s, %s"
        .formatted(
            record.status().name().toLowerCase(Locale.ROOT),
            Noun.EPOCH.count(record.epochs()),
            Noun.STEP.count(record.steps()));
  }

  private Block.Pictures pictures(String name, Figure figure) {
    if (name.equals(RunFigures.SURFACE)) {
      return new SurfaceFigures(run, run.surfaces().orElseThrow()).pictures();
    }
    return Block.Pictures.of(figure.title(), Picture.of(figure));
  }

  private List<Block> result() {
    List<Block> blocks = new ArrayList<>();
    if (record.status() != RunStatus.COMPLETED) {
      blocks.add(new Block.Warning(record.ending()));
    } else if (!record.ending().isEmpty()) {
      blocks.add(new Block.Paragraph(record.ending()));
    }
    if (!record.metrics().isEmpty()) {
      blocks.add(metrics());
    }
    if (!record.remarks().isEmpty()) {
      blocks.add(new Block.Warnings("Notes", record.remarks()));
    }
    return blocks;
  }

  /** A row per split and a column per metric. */
  private Block metrics() {
    var names = new LinkedHashSet<String>();
    record.metrics().keySet().forEach(key -> names.add(key.substring(key.indexOf('.') + 1)));
    List<Block.Column> columns = new ArrayList<>(List.of(Block.Column.text("Split")));
    names.forEach(name -> columns.add(Block.Column.number(Heading.of(name))));
    columns.add(Block.Column.number("Rows"));
    List<List<String>> rows = new ArrayList<>();
    record.data().splits().forEach((split, count) -> rows.add(row(split, names, count)));
    return new Block.Table("Final metrics", columns, rows);
  }

  private List<String> row(String split, Set<String> names, int count) {
    List<String> cells = new ArrayList<>(List.of(Heading.of(split)));
    for (String name : names) {
      Double value = record.metrics().get(split + "." + name);
      cells.add(value == null ? NO_NUMBER : metric(name, value));
    }
    cells.add(Integer.toString(count));
    return cells;
  }

  /** Accuracy is NaN where each row is a tie, which weights that diverged do not leave. */
  private String metric(String name, double value) {
    boolean undecided =
        name.equals("accuracy") && Double.isNaN(value) && record.status() != RunStatus.DIVERGED;
    return undecided
        ? "undecided"
        : EpochsToTarget.text(name, value).orElseGet(() -> Rounded.PRINT.value(value));
  }

  private Map<String, String> gains() {
    var facts = new LinkedHashMap<String, String>();
    record.initialGains().forEach((name, gain) -> facts.put("First gain of " + name, gain));
    return facts;
  }

  private Block environment() {
    var facts = new LinkedHashMap<String, String>();
    record.versions().forEach((name, version) -> facts.put(Heading.of(name), version));
    facts.put("Precision", record.precision().name().toLowerCase(Locale.ROOT));
    facts.put("Digest", record.digest());
    facts.put("Fingerprint of the data", record.data().fingerprint());
    return Block.Facts.of(facts);
  }
}
