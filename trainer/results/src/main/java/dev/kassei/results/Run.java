package dev.kassei.results;

import dev.kassei.results.file.CsvTable;
import dev.kassei.results.file.FolderException;
import dev.kassei.results.file.TextFile;
import dev.kassei.results.json.JsonObject;
import dev.kassei.results.record.ActivationCurve;
import dev.kassei.results.record.ActivationParameter;
import dev.kassei.results.record.HistogramBin;
import dev.kassei.results.record.LayerRecord;
import dev.kassei.results.record.RunFiles;
import dev.kassei.results.record.RunRecord;
import dev.kassei.results.record.SplitPredictions;
import dev.kassei.results.record.SurfacesRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a run's folder says.
 *
 * @param folder where it lies
 * @param record the content of {@code run.json}
 * @param config the effective configuration in YAML
 * @param metrics a row per epoch
 * @param predictions a row per row of the data
 * @param histograms none where the run saved none
 * @param activationParameters a row per number and time; empty where no activation is trainable
 * @param activationCurves a row per point; empty where no activation is trainable
 * @param layers a row per layer and time; empty where layers were not measured
 */
public record Run(
    Path folder,
    RunRecord record,
    String config,
    CsvTable metrics,
    CsvTable predictions,
    List<HistogramBin> histograms,
    Optional<SurfacesRecord> surfaces,
    Optional<CsvTable> activationParameters,
    Optional<CsvTable> activationCurves,
    Optional<CsvTable> layers) {
  /**
   * Reads a run's folder.
   *
   * @throws FolderException if it is not one, or damaged
   */
  public static Run read(Path folder) throws IOException {
    Path file = folder.resolve(RunFiles.RUN);
    if (!Files.isDirectory(folder)) {
      String reason = Files.exists(folder) ? "it is a file" : "there is no such folder";
      throw FolderException.foreign(folder, reason);
    }
    if (!Files.isRegularFile(file)) {
      throw FolderException.foreign(folder, "it holds no " + RunFiles.RUN);
    }
    RunRecord record = readRecord(folder);
    return new Run(
        folder,
        record,
        TextFile.read(folder.resolve(RunFiles.CONFIG)),
        table(folder, RunFiles.METRICS, List.of("epoch")),
        table(folder, RunFiles.PREDICTIONS, required(record)),
        histograms(folder),
        surfaces(folder),
        ifThere(folder, RunFiles.ACTIVATION_PARAMETERS, ActivationParameter.COLUMNS),
        ifThere(folder, RunFiles.ACTIVATION_CURVES, ActivationCurve.COLUMNS),
        ifThere(folder, RunFiles.LAYERS, LayerRecord.COLUMNS));
  }

  /**
   * Reads {@code run.json} in a run's folder alone.
   *
   * @throws FolderException if it is damaged
   */
  public static RunRecord readRecord(Path folder) throws IOException {
    return RunJson.record(JsonObject.read(folder.resolve(RunFiles.RUN)));
  }

  private static Optional<CsvTable> ifThere(Path folder, String name, List<String> columns)
      throws IOException {
    return Files.exists(folder.resolve(name))
        ? Optional.of(table(folder, name, columns))
        : Optional.empty();
  }

  private static List<String> required(RunRecord run) {
    var columns = new ArrayList<>(List.of(SplitPredictions.ROW, SplitPredictions.SPLIT));
    if (run.data().target().isClasses()) {
      columns.addAll(List.of(SplitPredictions.TARGET, SplitPredictions.PREDICTED));
      return columns;
    }
    for (String name : run.data().target().names()) {
      columns.add(SplitPredictions.TARGET + "." + name);
      columns.add(SplitPredictions.PREDICTED + "." + name);
    }
    return columns;
  }

  private static CsvTable table(Path folder, String name, List<String> required)
      throws IOException {
    Path file = folder.resolve(name);
    return CsvTable.of(file, TextFile.read(file), required);
  }

  private static List<HistogramBin> histograms(Path folder) throws IOException {
    if (!Files.exists(folder.resolve(RunFiles.HISTOGRAMS))) {
      return List.of();
    }
    CsvTable table = table(folder, RunFiles.HISTOGRAMS, HistogramBin.COLUMNS);
    List<String> kinds = table.texts("kind");
    List<String> names = table.texts("name");
    double[] lower = table.numbers("lower");
    double[] upper = table.numbers("upper");
    double[] counts = table.numbers("count");
    var bins = new ArrayList<HistogramBin>();
    for (int i = 0; i < lower.length; i++) {
      HistogramBin.Kind kind = kind(table, kinds.get(i));
      bins.add(new HistogramBin(kind, names.get(i), lower[i], upper[i], (long) counts[i]));
    }
    return bins;
  }

  private static HistogramBin.Kind kind(CsvTable table, String name) {
    for (HistogramBin.Kind kind : HistogramBin.Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
        return kind;
      }
    }
    throw FolderException.damaged(
        table.file(), "'%s' is neither weight nor activation".formatted(name));
  }

  private static Optional<SurfacesRecord> surfaces(Path folder) throws IOException {
    Path file = folder.resolve(RunFiles.SURFACES);
    return Files.exists(file) ? Optional.of(SurfacesFile.read(file)) : Optional.empty();
  }
}
