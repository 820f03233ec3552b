package dev.kassei.embed;

import dev.kassei.api.Predictions;
import dev.kassei.experiment.inference.ModelEvaluation;
import dev.kassei.experiment.inference.Predictor;
import dev.kassei.experiment.inference.SavedModel;
import dev.kassei.results.record.RunRecord;
import dev.kassei.results.record.RunStatus;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apiguardian.api.API;

/** A trained network with all that it needs to predict. */
@API(status = API.Status.STABLE, since = "0.1")
public final class TrainedModel {
  private final SavedModel model;
  private final Table history;
  private final FolderWriter writer;

  TrainedModel(SavedModel model, Table history, FolderWriter writer) {
    this.model = model;
    this.history = history;
    this.writer = writer;
  }

  /**
   * The model in the folder of a run, as {@link #save} or {@code kassei run} wrote it. Plugins that
   * its configuration names are loaded, and so their code runs; others have to be given: {@code
   * Kassei.with(…).load(folder)}.
   *
   * @throws KasseiException if it is no run's folder, or damaged
   */
  public static TrainedModel load(Path folder) {
    return Kassei.session().load(folder);
  }

  /**
   * Writes the folder of a run, as {@code kassei run} does but without pictures. A data set that
   * was given as arrays is written beside it as {@code arrays.csv}, so that the folder can be run
   * again.
   *
   * @param folder made here; it must not exist
   * @throws KasseiException if it does, or cannot be written
   */
  public void save(Path folder) {
    Given.required(folder, "folder");
    Failures.translated(
        () -> {
          NewFolder.write(folder, writer);
          return folder;
        });
  }

  /**
   * What the network says about further rows, to the bits of {@code predictions.csv}.
   *
   * @param rows one number for each of {@link #features()}, before they are scaled; NaN is a gap,
   *     which becomes what gaps of the training data became, and is refused where these have no
   *     rule, as arrays have none; not modified
   * @return one row each: the probabilities of {@link #classes()}, or that of the second alone
   *     where the network has one output; for a regression the numbers in the unit of the targets
   * @throws KasseiException if a row has another width, or a gap that is not filled
   */
  public double[][] predict(double[][] rows) {
    Given.elements(rows, "rows");
    if (rows.length == 0) {
      return new double[0][];
    }
    double[] responses = predictions(rows).values();
    int width = responses.length / rows.length;
    return IntStream.range(0, rows.length)
        .mapToObj(row -> Arrays.copyOfRange(responses, row * width, (row + 1) * width))
        .toArray(double[][]::new);
  }

  /**
   * The class that each row most probably belongs to; empty where two are equally probable.
   *
   * @param rows as for {@link #predict}
   * @throws KasseiException if the model predicts no classes, or the rows do not fit
   */
  public List<Optional<String>> classify(double[][] rows) {
    Given.elements(rows, "rows");
    if (classes().isEmpty()) {
      throw new KasseiException("the model predicts numbers and no classes; use predict");
    }
    if (rows.length == 0) {
      return List.of();
    }
    Predictions predictions = predictions(rows);
    return IntStream.range(0, rows.length)
        .mapToObj(predictions::predictedClass)
        .map(number -> number.isPresent() ? Optional.of(classes().get(number.getAsInt())) : none())
        .toList();
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private Predictions predictions(double[][] rows) {
    double[] numbers = new FeatureRows(model.preparation(), model.precision()).numbers(rows);
    return Failures.translated(() -> new Predictor(model).predictions(numbers));
  }

  /**
   * What the model is worth on further rows: the loss and the metrics of its experiment by name,
   * such as {@code accuracy}; NaN where one is not defined. Rows count as in training, by the
   * weights of their classes.
   *
   * @param rows as for {@link #predict}, at least one
   * @param classes the class of each
   * @throws KasseiException if the model predicts no classes, has not these, or the rows do not fit
   */
  public Map<String, Double> evaluate(double[][] rows, String[] classes) {
    return evaluated(rows, targets().classes(classes));
  }

  /** The same of classes that are whole numbers. */
  public Map<String, Double> evaluate(double[][] rows, int[] classes) {
    return evaluated(rows, targets().classes(classes));
  }

  /** The same of a regression: the number that is right for each row, in the unit of the data. */
  public Map<String, Double> evaluate(double[][] rows, double[] numbers) {
    return evaluated(rows, targets().numbers(MemoryData.column(numbers)));
  }

  /** The same of a regression of several numbers. */
  public Map<String, Double> evaluate(double[][] rows, double[][] numbers) {
    return evaluated(rows, targets().numbers(numbers));
  }

  private RowTargets targets() {
    return new RowTargets(model.preparation());
  }

  private Map<String, Double> evaluated(double[][] rows, double[] targets) {
    Given.elements(rows, "rows");
    int given = targets.length / model.preparation().target().columns();
    if (rows.length == 0 || rows.length != given) {
      throw new KasseiException(
          "expected a row or more, and one target for each, but there are %s rows and %s targets"
              .formatted(rows.length, given));
    }
    double[] numbers = new FeatureRows(model.preparation(), model.precision()).numbers(rows);
    double[] alike = new double[rows.length];
    Arrays.fill(alike, 1);
    return Failures.checked(
        () -> {
          var evaluation = new ModelEvaluation(model);
          evaluation.add(numbers, targets, alike);
          return Collections.unmodifiableMap(evaluation.result().metrics());
        });
  }

  /** The names of the features; a category of a column is one, called {@code column=category}. */
  public List<String> features() {
    return model.preparation().featureNames();
  }

  /** The names of the classes in the order of their probabilities; empty for a regression. */
  public List<String> classes() {
    return model.preparation().classes();
  }

  /** The final metrics of every split, such as {@code test.accuracy}. */
  public Map<String, Double> metrics() {
    return Collections.unmodifiableMap(run().metrics());
  }

  /** One row an epoch, as {@code metrics.csv} has them. */
  public Table history() {
    return history;
  }

  /** Why training failed, if it did. */
  public Optional<String> failure() {
    return Optional.of(run().failure()).filter(reason -> !reason.isEmpty());
  }

  /** Whether training was stopped before its end. */
  public boolean isStopped() {
    return run().status() == RunStatus.INTERRUPTED;
  }

  /** What a reader of the metrics should know, in sentences. */
  public List<String> remarks() {
    return run().remarks();
  }

  /** The SHA-256 over weights, metrics and predictions, the same on every machine. */
  public String digest() {
    return run().digest();
  }

  /** The whole configuration as YAML, with every default spelled out. */
  public String configuration() {
    return model.config().effective();
  }

  private RunRecord run() {
    return model.run();
  }
}
