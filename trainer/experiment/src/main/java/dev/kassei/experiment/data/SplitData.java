package dev.kassei.experiment.data;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Dataset;
import dev.kassei.api.ImageShape;
import dev.kassei.api.Target;
import dev.kassei.experiment.config.Augment;
import dev.kassei.experiment.config.TargetConfig;
import dev.kassei.results.Fingerprint;
import dev.kassei.results.record.Preparation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A data set, split and scaled.
 *
 * @param image the shape of each row's features if they are an image
 * @param splits the splits that have rows, {@code train} first, then {@code validation} and {@code
 *     test}
 * @param standardizer what features were scaled by; empty if they were not
 * @param targetStandardizer what targets were scaled by; empty if they were not
 * @param augmentation how images of the training rows are changed by chance; empty if they are not
 * @param origin what the rows of the data set were before they became numbers
 * @param fingerprint of the numbers before gaps are filled and before scaling, in hexadecimal
 * @param notes how the data was read, where that could be done in two ways, and what may keep a
 *     network from learning it
 */
public record SplitData(
    List<String> featureNames,
    Target target,
    Optional<ImageShape> image,
    Map<String, DataSplit> splits,
    Optional<Standardizer> standardizer,
    Optional<Standardizer> targetStandardizer,
    Optional<Augmentation> augmentation,
    Origin origin,
    String fingerprint,
    List<String> notes) {
  /** The name of the split that trains. */
  public static final String TRAIN = "train";

  /** The name of the split that is looked at during training. */
  public static final String VALIDATION = "validation";

  /** The name of the split that is looked at once, at the end. */
  public static final String TEST = "test";

  /**
   * Splits a data set. Gaps are filled and features scaled, if asked to, by what the training rows
   * show.
   *
   * @throws IllegalArgumentException if a feature has no value in any training row
   */
  public static SplitData of(Dataset data, SplitRows rows, boolean standardize) {
    var loaded = new LoadedDataset(data, false, Fingerprint.of(data), List.of());
    return of(loaded, rows, standardize, new TargetConfig());
  }

  /**
   * The same of what a source gave.
   *
   * @throws IllegalArgumentException if classes are to be scaled
   */
  static SplitData of(
      LoadedDataset loaded, SplitRows rows, boolean standardize, TargetConfig target) {
    Dataset data = loaded.dataset();
    Origin origin = Origin.of(data, rows.train());
    Dataset whole = origin.filled(data);
    Optional<Standardizer> standardizer =
        standardize
            ? Optional.of(Standardizer.fit(whole, rows.train()).required())
            : Optional.empty();
    Optional<Standardizer> targetStandardizer =
        target.standardize()
            ? Optional.of(Standardizer.fitTargets(whole, rows.train()).required())
            : Optional.empty();
    var scaling = new Scaling(standardizer, targetStandardizer);
    var splits = new LinkedHashMap<String, DataSplit>();
    put(splits, TRAIN, whole, rows.train(), scaling);
    put(splits, VALIDATION, whole, rows.validation(), scaling);
    put(splits, TEST, whole, rows.test(), scaling);
    var notes = new ArrayList<>(loaded.notes());
    notes.addAll(ScaleHints.of(whole, rows.train(), standardize, target.standardize()));
    return new SplitData(
        data.featureNames(),
        data.target(),
        data.image(),
        splits,
        standardizer,
        targetStandardizer,
        Optional.empty(),
        origin,
        loaded.fingerprint(),
        List.copyOf(notes));
  }

  private static void put(
      Map<String, DataSplit> splits, String name, Dataset data, int[] rows, Scaling scaling) {
    if (rows.length > 0) {
      splits.put(name, split(data, rows, scaling));
    }
  }

  /** The same data with other rows in its splits. */
  SplitData withSplits(UnaryOperator<DataSplit> change) {
    var changed = new LinkedHashMap<String, DataSplit>();
    splits.forEach((name, split) -> changed.put(name, change.apply(split)));
    return with(changed, augmentation, origin);
  }

  /** The same data, of whose classes each counts this much. */
  SplitData withClassWeights(double[] weights, UnaryOperator<DataSplit> change) {
    SplitData changed = withSplits(change);
    return changed.with(changed.splits, augmentation, origin.withClassWeights(weights));
  }

  /**
   * The same data, whose images are changed by chance in training.
   *
   * @throws IllegalArgumentException if there are no images
   */
  SplitData augmented(Augment augment) {
    require(
        image.isPresent(),
        "augment shifts and flips images, but this data set has no images; leave augment out");
    var moving = new Augmentation(augment, image.get(), standardizer);
    return with(splits, Optional.of(moving), origin);
  }

  private SplitData with(
      Map<String, DataSplit> others, Optional<Augmentation> moving, Origin other) {
    return new SplitData(
        featureNames,
        target,
        image,
        others,
        standardizer,
        targetStandardizer,
        moving,
        other,
        fingerprint,
        notes);
  }

  /** How further rows become features as these have. */
  public Preparation preparation() {
    return Preparing.preparation(this);
  }

  /** Whether rows count differently in the loss. */
  public boolean isWeighted() {
    return train().weights().isPresent();
  }

  /** The rows that train. */
  public DataSplit train() {
    return splits.get(TRAIN);
  }

  /** The number of features. */
  public int width() {
    return featureNames.size();
  }

  /** Features as the network sees them; the given ones are not modified. */
  public double[] scaled(double[] features) {
    return standardizer.map(each -> each.apply(features)).orElse(features);
  }

  /** Responses of a network in the unit of the data's targets; the given ones are not modified. */
  public double[] inUnitOfTargets(double[] responses) {
    return targetStandardizer.map(each -> each.invert(responses)).orElse(responses);
  }

  private record Scaling(Optional<Standardizer> features, Optional<Standardizer> targets) {}

  private static DataSplit split(Dataset data, int[] numbers, Scaling scaling) {
    double[] originals = rows(data.features(), data.width(), numbers);
    double[] originalTargets = rows(data.targets(), data.target().columns(), numbers);
    return new DataSplit(
        scaling.features().map(each -> each.apply(originals)).orElse(originals),
        originals,
        scaling.targets().map(each -> each.apply(originalTargets)).orElse(originalTargets),
        originalTargets,
        data.weights().map(weights -> rows(weights, 1, numbers)),
        numbers);
  }

  private static double[] rows(double[] values, int width, int[] numbers) {
    double[] chosen = new double[numbers.length * width];
    for (int i = 0; i < numbers.length; i++) {
      System.arraycopy(values, numbers[i] * width, chosen, i * width, width);
    }
    return chosen;
  }
}
