package dev.kassei.results.record;

import dev.kassei.api.Epoch;
import java.util.Set;

/** The names of the files in a run's folder, for those who write and those who read them. */
public final class RunFiles {
  /** The effective configuration. */
  public static final String CONFIG = "config.yaml";

  /** What {@link RunRecord} says; a folder without it is unfinished. */
  public static final String RUN = "run.json";

  /** A line for each {@link Epoch}. */
  public static final String METRICS = "metrics.csv";

  /** A line for each {@link TimingRecord}. */
  public static final String TIMINGS = "timings.csv";

  /** The lines of each {@link SplitPredictions}. */
  public static final String PREDICTIONS = "predictions.csv";

  /** The metrics of validations, where these are not made at the ends of epochs alone. */
  public static final String VALIDATIONS = "validations.csv";

  /** The weights of the best epoch, where the last ones are the result. */
  public static final String BEST_WEIGHTS = "best_weights.safetensors";

  /** The last weights, where those of the best epoch are the result. */
  public static final String LAST_WEIGHTS = "last_weights.safetensors";

  /** The final weights under the names of their layers. */
  public static final String WEIGHTS = "weights.safetensors";

  /** What {@link Preparation} holds: how further rows become features. */
  public static final String PREPARATION = "preparation.json";

  /** A line for each {@link FeatureScale}; only where features are standardised. */
  public static final String STANDARDIZE = "standardize.csv";

  /** A line for each target as a {@link FeatureScale}; only where targets are standardised. */
  public static final String STANDARDIZE_TARGET = "standardize_target.csv";

  /** What {@link SurfacesRecord} holds; only for networks of two inputs. */
  public static final String SURFACES = "surfaces.safetensors";

  /** A line for each {@link HistogramBin}. */
  public static final String HISTOGRAMS = "histograms.csv";

  /** A line for each {@link ActivationParameter}; only where activations are trainable. */
  public static final String ACTIVATION_PARAMETERS = "activation_parameters.csv";

  /** The lines of each {@link ActivationCurve}; only where activations are trainable. */
  public static final String ACTIVATION_CURVES = "activation_curves.csv";

  /** A line for each {@link LayerRecord}; only where layers are measured. */
  public static final String LAYERS = "layers.csv";

  /** The SHA-256 of each file but those of pictures and page, as {@code sha256sum} writes them. */
  public static final String SUMS = "SHA256SUMS";

  /** The folder of the pictures. */
  public static final String PLOTS = "plots";

  /** The page with pictures, metrics and configuration. */
  public static final String REPORT = "report.html";

  /** The folder with copies of plugins that are no single jar, a folder for each. */
  public static final String PLUGINS = "plugins";

  /** The folder with the state of a run that has not ended. */
  public static final String CHECKPOINT = "checkpoint";

  /** All of them but copies. */
  public static final Set<String> ALL =
      Set.of(
          CONFIG,
          RUN,
          METRICS,
          TIMINGS,
          PREDICTIONS,
          WEIGHTS,
          BEST_WEIGHTS,
          LAST_WEIGHTS,
          VALIDATIONS,
          PREPARATION,
          STANDARDIZE,
          STANDARDIZE_TARGET,
          SURFACES,
          HISTOGRAMS,
          ACTIVATION_PARAMETERS,
          ACTIVATION_CURVES,
          LAYERS,
          SUMS,
          PLOTS,
          CHECKPOINT,
          REPORT);

  private RunFiles() {}
}
