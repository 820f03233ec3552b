package dev.kassei.experiment.training;

import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.data.SplitData;
import dev.kassei.results.RunFolder;
import dev.kassei.results.file.FolderException;
import dev.kassei.results.record.Preparation;
import dev.kassei.results.record.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Notices weights to start from that were trained on numbers of another scale. */
public final class InitialScale {
  private InitialScale() {}

  /** What a user should know about them; empty if there are none, or nothing is known of them. */
  public static Optional<String> hint(LoadedConfig config, SplitData data) {
    return config
        .experiment()
        .training()
        .initialWeights()
        .map(file -> config.folder().resolve(file).toAbsolutePath().getParent())
        .filter(folder -> Files.isRegularFile(folder.resolve(RunFiles.PREPARATION)))
        .filter(folder -> isScaledOtherwise(folder, data))
        .map(
            folder ->
                ("training.initial_weights come from '%s', whose features or targets were scaled by its own"
                        + " training rows; here they are scaled by those of this run, so the network sees other"
                        + " numbers. To predict with its scaling: kassei predict %s --data FILE")
                    .formatted(folder, folder));
  }

  /** A file that cannot be read says nothing, and is not needed here. */
  private static boolean isScaledOtherwise(Path folder, SplitData data) {
    try {
      Preparation other = new RunFolder(folder).preparation();
      Preparation own = data.preparation();
      return !isEqual(other.means(), own.means())
          || !isEqual(other.deviations(), own.deviations())
          || !isEqual(other.targetMeans(), own.targetMeans())
          || !isEqual(other.targetDeviations(), own.targetDeviations());
    } catch (IOException | FolderException e) {
      return false;
    }
  }

  private static boolean isEqual(Optional<double[]> one, Optional<double[]> other) {
    return Arrays.equals(one.orElse(new double[0]), other.orElse(new double[0]));
  }
}
