package dev.kassei.experiment.data;

import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.Precision;
import dev.kassei.api.value.ContractException;
import dev.kassei.engine.LruCache;
import dev.kassei.experiment.config.ClassWeights;
import dev.kassei.experiment.config.DatasetConfig;
import dev.kassei.experiment.config.ExperimentConfig;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.config.Seeds;
import dev.kassei.results.Fingerprint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The data of experiments, loaded and split once where several have the same. What was not used for
 * the longest time is forgotten when there is too much. For use by several threads.
 */
public final class DataCache {
  private final LruCache<DatasetKey, LoadedDataset> datasets;
  private final LruCache<SplitKey, SplitData> splits;

  /**
   * @param bytes about how much is kept of data sets, and as much of their splits
   */
  public DataCache(long bytes) {
    datasets = new LruCache<>(bytes, loaded -> size(loaded.dataset()));
    splits = new LruCache<>(bytes, DataCache::size);
  }

  private static long size(Dataset data) {
    return (long) Double.BYTES
        * ((long) data.features().length
            + data.targets().length
            + data.weights().map(weights -> weights.length).orElse(0));
  }

  private static long size(SplitData data) {
    return data.splits().values().stream().mapToLong(DataCache::size).sum();
  }

  /** Scaled features are there beside the original ones. */
  private static long size(DataSplit split) {
    long numbers =
        (long) split.features().length
            + split.originals().length
            + split.targets().length
            + split.weights().map(weights -> weights.length).orElse(0);
    return Double.BYTES * numbers + (long) Integer.BYTES * split.rows();
  }

  /**
   * @param asksForNumbers whether the loss does, by which a source may read labels
   * @param seed empty where it changes nothing
   */
  private record DatasetKey(
      DatasetSource source, boolean asksForNumbers, Path folder, OptionalLong seed) {}

  private record SplitKey(
      DatasetConfig config,
      Optional<ClassWeights> classWeights,
      boolean asksForNumbers,
      Precision precision,
      Path folder,
      long data,
      long split) {}

  /**
   * The data that a configuration asks for, split.
   *
   * @param folder where relative paths start
   * @throws ExperimentException if it cannot be read or used
   */
  public SplitData data(ExperimentConfig experiment, Path folder) {
    LoadedDataset loaded = loaded(experiment, folder);
    Seeds seeds = experiment.seed();
    var key =
        new SplitKey(
            experiment.dataset(),
            experiment.training().classWeights(),
            experiment.loss().prefersNumbers(),
            experiment.precision(),
            folder,
            loaded.isGenerated() ? seeds.data() : 0,
            experiment.dataset().split().isRandom() ? seeds.split() : 0);
    return splits.get(key, () -> split(loaded, experiment, folder));
  }

  /** Where rows do not depend on the seed, one loading serves all seeds. */
  private LoadedDataset loaded(ExperimentConfig experiment, Path folder) {
    DatasetSource source = experiment.dataset().source();
    boolean numbers = experiment.loss().prefersNumbers();
    long seed = experiment.seed().data();
    var fixed = new DatasetKey(source, numbers, folder, OptionalLong.empty());
    var generated = new DatasetKey(source, numbers, folder, OptionalLong.of(seed));
    synchronized (datasets) {
      Optional<LoadedDataset> known = datasets.find(fixed).or(() -> datasets.find(generated));
      if (known.isPresent()) {
        return known.get();
      }
      var context = new LoadContext(folder, seed, numbers);
      LoadedDataset loaded = reading("dataset", () -> load(source, context));
      datasets.put(loaded.isGenerated() ? generated : fixed, loaded);
      return loaded;
    }
  }

  private static LoadedDataset load(DatasetSource source, LoadContext context) throws IOException {
    Dataset dataset = ContractException.returned(source.load(context), source, "load");
    return new LoadedDataset(
        dataset, context.isGenerated(), Fingerprint.of(dataset), context.notes());
  }

  private static SplitData split(LoadedDataset loaded, ExperimentConfig experiment, Path folder) {
    DatasetConfig config = experiment.dataset();
    long seed = experiment.seed().split();
    SplitRows rows =
        reading(
            "dataset.split", () -> Splitting.rows(loaded.dataset(), config.split(), seed, folder));
    if (config.target().standardize()) {
      reading("dataset.target", () -> Standardizer.required(loaded.dataset().target()));
    }
    SplitData data =
        reading(
            "dataset.split",
            () -> SplitData.of(loaded, rows, config.standardize(), config.target()));
    SplitData finite =
        reading("dataset", () -> FiniteNumbers.required(data, experiment.precision()));
    SplitData weighted = weighted(finite, experiment);
    return config
        .augment()
        .map(each -> reading("dataset.augment", () -> weighted.augmented(each)))
        .orElse(weighted);
  }

  private static SplitData weighted(SplitData data, ExperimentConfig experiment) {
    Optional<ClassWeights> classes = experiment.training().classWeights();
    SplitData weighted =
        classes
            .map(each -> reading("training.class_weights", () -> RowWeights.of(data, each)))
            .orElse(data);
    return reading(
        classes.isPresent() ? "training.class_weights" : "dataset",
        () -> RowWeights.required(weighted, experiment.precision()));
  }

  private static <T> T reading(String path, Reading<T> reading) {
    try {
      return reading.result();
    } catch (IllegalArgumentException e) {
      throw new ExperimentException(path, e);
    } catch (IOException e) {
      throw new ExperimentException(path, "the data cannot be read: " + e);
    }
  }

  @FunctionalInterface
  private interface Reading<T> {
    T result() throws IOException;
  }
}
