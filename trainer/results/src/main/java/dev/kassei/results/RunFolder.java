package dev.kassei.results;

import dev.kassei.api.Epoch;
import dev.kassei.api.Precision;
import dev.kassei.api.Target;
import dev.kassei.results.file.FolderException;
import dev.kassei.results.file.OwnFiles;
import dev.kassei.results.file.WholeFile;
import dev.kassei.results.file.WriteFailure;
import dev.kassei.results.json.JsonObject;
import dev.kassei.results.json.RecordJson;
import dev.kassei.results.record.ActivationCurve;
import dev.kassei.results.record.ActivationParameter;
import dev.kassei.results.record.BatchFiles;
import dev.kassei.results.record.FeatureScale;
import dev.kassei.results.record.FileSum;
import dev.kassei.results.record.HistogramBin;
import dev.kassei.results.record.LayerRecord;
import dev.kassei.results.record.Preparation;
import dev.kassei.results.record.RunFiles;
import dev.kassei.results.record.RunRecord;
import dev.kassei.results.record.RunStatus;
import dev.kassei.results.record.SplitPredictions;
import dev.kassei.results.record.SurfacesRecord;
import dev.kassei.results.record.TimingRecord;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of one run, which people and other programs can read without Kassei. It is a new one
 * each time: {@code NAME}, then {@code NAME-2}, {@code NAME-3} …; nothing is ever overwritten.
 *
 * @param path where it is
 */
public record RunFolder(Path path) {
  private static final Pattern PICTURE = Pattern.compile("[a-z0-9.-]+\\.(png|svg|pdf)");

  /**
   * Creates a folder. No other process gets the same one.
   *
   * @param runs where folders of runs are; created if it is missing
   * @param name the experiment's name, a legal name of a folder
   * @throws IllegalArgumentException if nothing can be written there
   */
  public static RunFolder create(Path runs, String name) {
    try {
      Files.createDirectories(runs);
      for (int number = 1; ; number++) {
        Path path = path(runs, name, number);
        if (isCreated(path)) {
          return new RunFolder(path);
        }
      }
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "cannot write results to '%s': %s; choose another folder with --out"
              .formatted(runs, WriteFailure.reason(e)),
          e);
    }
  }

  /**
   * The newest of the folders that runs of a name have; empty if there is none.
   *
   * @param runs where folders of runs are
   */
  public static Optional<RunFolder> newest(Path runs, String name) {
    Optional<RunFolder> newest = Optional.empty();
    for (int number = 1; Files.exists(path(runs, name, number)); number++) {
      newest = Optional.of(new RunFolder(path(runs, name, number)));
    }
    return newest;
  }

  private static Path path(Path runs, String name, int number) {
    return runs.resolve(number == 1 ? name : name + "-" + number);
  }

  /**
   * What {@code run.json} says.
   *
   * @throws FolderException if it is not there, or damaged
   */
  public RunRecord record() throws IOException {
    Path file = file(RunFiles.RUN);
    if (!Files.isRegularFile(file)) {
      throw unread();
    }
    return RunJson.record(JsonObject.read(file));
  }

  /** Says what is here instead of a finished run. */
  private FolderException unread() throws IOException {
    if (Files.isRegularFile(file(BatchFiles.JOURNAL))) {
      return FolderException.batch(path, savedRun());
    }
    if (Files.isRegularFile(file(RunFiles.CONFIG)) && Files.exists(file(RunFiles.CHECKPOINT))) {
      return FolderException.unfinished(path);
    }
    if (Files.isRegularFile(path)) {
      return FolderException.foreign(path, "it is a file");
    }
    return FolderException.foreign(
        path, Files.isDirectory(path) ? "it holds no " + RunFiles.RUN : "there is no such folder");
  }

  private Optional<Path> savedRun() throws IOException {
    Path saved = file(BatchFiles.RUNS);
    if (!Files.isDirectory(saved)) {
      return Optional.empty();
    }
    try (Stream<Path> runs = Files.list(saved)) {
      return runs.filter(run -> Files.isRegularFile(run.resolve(RunFiles.RUN)))
          .min(Comparator.naturalOrder());
    }
  }

  /**
   * Reads a file of weights.
   *
   * @param name such as {@link RunFiles#WEIGHTS}
   * @return tensors by name
   * @throws FolderException if it is not there, or damaged, or may not be read
   */
  public Map<String, Tensor> weights(String name) {
    Path file = file(name);
    if (!Files.isRegularFile(file)) {
      throw FolderException.damaged(file, "there is no such file");
    }
    try {
      return Safetensors.read(file, reason -> FolderException.damaged(file, reason));
    } catch (IOException e) {
      throw FolderException.unreadable(file, e);
    }
  }

  /** Whether a run has ended here: one that was interrupted has not. */
  public boolean hasEnded() throws IOException {
    Path file = file(RunFiles.RUN);
    return Files.isRegularFile(file)
        && RunJson.record(JsonObject.read(file)).status() != RunStatus.INTERRUPTED;
  }

  /** Deletes what an interrupted run has written beside configuration, copies and state. */
  public void deleteResults() throws IOException {
    // first what says that the others are there
    OwnFiles.delete(file(RunFiles.RUN));
    OwnFiles.delete(path, name -> RunFiles.ALL.contains(name) && !name.equals(RunFiles.CONFIG));
  }

  /** Whether a run has come to more here than its configuration, copies and state. */
  public boolean hasResults() {
    return RunFiles.ALL.stream()
        .filter(name -> !name.equals(RunFiles.CONFIG) && !name.equals(RunFiles.CHECKPOINT))
        .anyMatch(name -> Files.exists(file(name)));
  }

  /**
   * The digest of the run that ended here; empty if none did.
   *
   * @throws IOException if the folder cannot be read
   */
  public Optional<String> digest() throws IOException {
    return RunJson.digest(file(RunFiles.RUN));
  }

  /** Whether a run with a digest has ended here, and all its files are as they were written. */
  public boolean isWhole(String digest) throws IOException {
    return digest().equals(Optional.of(digest)) && Sums.hold(path);
  }

  /** Whether a run wrote a file, which may be gone since. */
  public boolean hasWritten(String name) throws IOException {
    return Files.exists(file(name)) || Sums.read(path).containsKey(name);
  }

  /** Whether a run is here and a file of this name belongs to it. */
  public boolean isOwn(String name) throws IOException {
    return Files.exists(file(RunFiles.RUN))
        && (RunFiles.ALL.contains(name) || Sums.read(path).containsKey(name));
  }

  /**
   * Requires that files are as they were written, as far as the folder holds sums of them.
   *
   * @throws FolderException if one was changed, or may not be read
   */
  public void requireUnchanged(List<String> names) throws IOException {
    Map<String, String> sums = Sums.read(path);
    for (String name : names) {
      boolean isKnown = sums.containsKey(name) && Files.isRegularFile(file(name));
      if (isKnown && !sum(file(name)).equals(sums.get(name))) {
        throw FolderException.edited(file(name), file(RunFiles.SUMS));
      }
    }
  }

  private static String sum(Path file) {
    try {
      return FileSum.of(file);
    } catch (IOException e) {
      throw FolderException.unreadable(file, e);
    }
  }

  /** Deletes the folder with all that is in it. */
  public void delete() throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Deletes what a run has written; what others have put beside it stays, and so links. */
  public void clear() throws IOException {
    Path plots = file(RunFiles.PLOTS);
    OwnFiles.delete(plots, name -> PICTURE.matcher(name).matches());
    OwnFiles.deleteEmpty(plots);
    var own = new HashSet<>(RunFiles.ALL);
    own.addAll(Sums.read(path).keySet());
    OwnFiles.deleteBelow(file(RunFiles.PLUGINS), RunFiles.PLUGINS + "/", own::contains);
    OwnFiles.delete(path, own::contains);
    OwnFiles.deleteEmpty(path);
  }

  /** Moves all that is here to another folder, which may hold files of others. */
  public void moveTo(RunFolder other) throws IOException {
    if (Files.notExists(other.path)) {
      Files.move(path, other.path);
      return;
    }
    List<Path> files;
    try (Stream<Path> all = Files.list(path)) {
      files = all.toList();
    }
    for (Path file : files) {
      move(file, other.file(file.getFileName().toString()));
    }
    Files.delete(path);
  }

  private static void move(Path file, Path place) throws IOException {
    if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      new RunFolder(file).moveTo(new RunFolder(place));
      return;
    }
    Files.move(file, place, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Writes {@code config.yaml}, the effective configuration. */
  public void writeConfig(String yaml) throws IOException {
    WholeFile.text(file(RunFiles.CONFIG), out -> out.write(yaml));
  }

  /**
   * Writes {@code metrics.csv}.
   *
   * @param metrics its columns; an epoch need not have all
   */
  public void writeMetrics(List<String> metrics, List<Epoch> epochs) throws IOException {
    WholeFile.text(file(RunFiles.METRICS), out -> CsvFiles.metrics(metrics, epochs, out));
  }

  /** Writes {@code validations.csv}. */
  public void writeValidations(Epochs validations) throws IOException {
    WholeFile.text(file(RunFiles.VALIDATIONS), out -> CsvFiles.table(validations, out));
  }

  /** Writes {@code timings.csv}. */
  public void writeTimings(List<TimingRecord> timings) throws IOException {
    WholeFile.text(file(RunFiles.TIMINGS), out -> CsvFiles.timings(timings, out));
  }

  /** Writes {@code predictions.csv}, for the splits of one data set. */
  public void writePredictions(List<String> features, Target target, List<SplitPredictions> splits)
      throws IOException {
    WholeFile.text(
        file(RunFiles.PREDICTIONS), out -> CsvFiles.predictions(features, target, splits, out));
  }

  /** Writes {@code preparation.json}. */
  public void writePreparation(Preparation preparation) throws IOException {
    WholeFile.text(
        file(RunFiles.PREPARATION), out -> RecordJson.write(preparation, Preparation.FORMAT, out));
  }

  /**
   * Reads {@code preparation.json}.
   *
   * @throws FolderException if it is not there, as in folders of the first versions, or damaged
   */
  public Preparation preparation() throws IOException {
    Path file = file(RunFiles.PREPARATION);
    if (!Files.isRegularFile(file)) {
      throw FolderException.unprepared(file, file(RunFiles.CONFIG));
    }
    Preparation preparation = RecordJson.read(file, Preparation.class, Preparation.FORMAT);
    try {
      PreparationCheck.check(preparation);
      return preparation;
    } catch (IllegalArgumentException e) {
      throw FolderException.damaged(file, e.getMessage());
    }
  }

  /** Writes {@code standardize.csv}. */
  public void writeScales(List<FeatureScale> scales) throws IOException {
    WholeFile.text(
        file(RunFiles.STANDARDIZE), out -> CsvFiles.scales(FeatureScale.COLUMNS, scales, out));
  }

  /** Writes {@code standardize_target.csv}. */
  public void writeTargetScales(List<FeatureScale> scales) throws IOException {
    WholeFile.text(
        file(RunFiles.STANDARDIZE_TARGET),
        out -> CsvFiles.scales(FeatureScale.TARGET_COLUMNS, scales, out));
  }

  /** Writes {@code histograms.csv}. */
  public void writeHistograms(List<HistogramBin> bins) throws IOException {
    WholeFile.text(file(RunFiles.HISTOGRAMS), out -> CsvFiles.histograms(bins, out));
  }

  /** Writes {@code activation_parameters.csv}. */
  public void writeActivationParameters(List<ActivationParameter> parameters) throws IOException {
    WholeFile.text(
        file(RunFiles.ACTIVATION_PARAMETERS),
        out -> CsvFiles.activationParameters(parameters, out));
  }

  /** Writes {@code activation_curves.csv}. */
  public void writeActivationCurves(List<ActivationCurve> curves) throws IOException {
    WholeFile.text(file(RunFiles.ACTIVATION_CURVES), out -> CsvFiles.activationCurves(curves, out));
  }

  /** Writes {@code layers.csv}. */
  public void writeLayers(List<LayerRecord> layers) throws IOException {
    WholeFile.text(file(RunFiles.LAYERS), out -> CsvFiles.layers(layers, out));
  }

  /** Writes {@code surfaces.safetensors}. */
  public void writeSurfaces(SurfacesRecord surfaces, Precision precision) throws IOException {
    SurfacesFile.write(surfaces, precision, file(RunFiles.SURFACES));
  }

  /** Writes {@code weights.safetensors}. */
  public void writeWeights(List<Tensor> tensors) throws IOException {
    writeWeights(RunFiles.WEIGHTS, tensors);
  }

  /** Writes {@code best_weights.safetensors}. */
  public void writeBestWeights(List<Tensor> tensors) throws IOException {
    writeWeights(RunFiles.BEST_WEIGHTS, tensors);
  }

  /** Writes {@code last_weights.safetensors}. */
  public void writeLastWeights(List<Tensor> tensors) throws IOException {
    writeWeights(RunFiles.LAST_WEIGHTS, tensors);
  }

  private void writeWeights(String name, List<Tensor> tensors) throws IOException {
    WholeFile.bytes(file(name), out -> Safetensors.write(tensors, out));
  }

  /** Writes {@code run.json}, which says that the run has ended, and the sums of all files. */
  public void writeRun(RunRecord run) throws IOException {
    WholeFile.text(file(RunFiles.RUN), out -> RunJson.write(run, out));
    Sums.write(path);
  }

  /** The path of a file in this folder. */
  public Path file(String name) {
    return path.resolve(name);
  }

  private static boolean isCreated(Path path) throws IOException {
    try {
      Files.createDirectory(path);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }
}
