package dev.kassei.experiment.config;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.LearningAlgorithm;
import dev.kassei.api.Loss;
import dev.kassei.api.Metric;
import dev.kassei.api.Minimizer;
import dev.kassei.api.Model;
import dev.kassei.api.Precision;
import dev.kassei.api.Required;
import dev.kassei.experiment.config.tree.Words;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One experiment: data, network, loss, learning algorithm, and how they are put to work.
 *
 * @param name the name of its result folder; by default the name of the file
 * @param precision the floating-point format of the network
 * @param seed the sources of randomness
 * @param dataset the data and its splits
 * @param model the network
 * @param loss what training minimises
 * @param optimizer the learning algorithm
 * @param metrics what is measured beside the loss; if empty, what suits the data
 * @param training how long and in which batches
 * @param layerStatistics what is measured of each layer; if empty, nothing is
 * @param plots the pictures that are drawn
 */
public record ExperimentConfig(
    @Required String name,
    Precision precision,
    Seeds seed,
    @Required DatasetConfig dataset,
    @Required Model model,
    @Required Loss loss,
    @Required LearningAlgorithm optimizer,
    List<Metric> metrics,
    Training training,
    Optional<LayerStatistics> layerStatistics,
    Plots plots) {
  private static final Pattern FORBIDDEN = Pattern.compile("[/\\\\:*?\"<>|\\p{Cntrl}]");
  private static final Pattern RESERVED =
      Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST_NAME = 200;
  private static final int LARGEST_NAME = 240;
  private static final String DEFAULT_NAME = "experiment";

  public ExperimentConfig {
    require(
        isFolderName(name),
        "name must be a folder name on every system, without / \\ : * ? \" < > |, but was %s",
        Words.quoted(name));
    require(
        fits(name),
        "name must have at most %s characters and %s bytes of UTF-8, but had %s and %s: %s",
        LONGEST_NAME,
        LARGEST_NAME,
        name.length(),
        bytes(name),
        Words.quoted(name));
    metrics = List.copyOf(metrics);
  }

  /** The defaults; network, loss and learning algorithm are examples without meaning. */
  public ExperimentConfig() {
    this(
        DEFAULT_NAME,
        Precision.FLOAT32,
        new Seeds(),
        new DatasetConfig(),
        (input, outputs) -> input,
        (prediction, target) -> prediction,
        (Minimizer) objective -> false,
        List.of(),
        new Training(),
        Optional.empty(),
        new Plots());
  }

  /** The same experiment with other seeds. */
  public ExperimentConfig with(Seeds others) {
    return new ExperimentConfig(
        name,
        precision,
        others,
        dataset,
        model,
        loss,
        optimizer,
        metrics,
        training,
        layerStatistics,
        plots);
  }

  /** Whether it is made of the very objects that another is made of, whatever the seeds. */
  @SuppressWarnings("ReferenceEquality")
  public boolean hasPartsOf(ExperimentConfig other) {
    return name.equals(other.name)
        && precision == other.precision
        && dataset == other.dataset
        && model == other.model
        && loss == other.loss
        && optimizer == other.optimizer
        && metrics == other.metrics
        && training == other.training
        && layerStatistics.equals(other.layerStatistics)
        && plots == other.plots;
  }

  /** The same experiment under another name. */
  ExperimentConfig named(String other) {
    return new ExperimentConfig(
        other,
        precision,
        seed,
        dataset,
        model,
        loss,
        optimizer,
        metrics,
        training,
        layerStatistics,
        plots);
  }

  /** The same experiment with the default's name, seeds, pictures and printing. */
  ExperimentConfig anonymous() {
    return new ExperimentConfig(
        DEFAULT_NAME,
        precision,
        new Seeds(),
        dataset,
        model,
        loss,
        optimizer,
        metrics,
        training.quiet(),
        layerStatistics,
        new Plots());
  }

  private static boolean isFolderName(String name) {
    return !name.isBlank()
        && name.strip().equals(name)
        && !name.startsWith("..")
        && !name.endsWith(".")
        && !FORBIDDEN.matcher(name).find()
        && !RESERVED.matcher(name).matches();
  }

  /** File systems end names at 255 bytes, and a number may be added. */
  private static boolean fits(String name) {
    return name.length() <= LONGEST_NAME && bytes(name) <= LARGEST_NAME;
  }

  private static int bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }

  /** The nearest legal name to that of a file. */
  static String nameOf(String fileName) {
    int dot = fileName.lastIndexOf('.');
    String stem = dot > 0 ? fileName.substring(0, dot) : fileName;
    String legal = FORBIDDEN.matcher(stem).replaceAll("-").strip();
    return isFolderName(legal) && fits(legal) ? legal : DEFAULT_NAME;
  }
}
