package dev.kassei.batch.plan;

import dev.kassei.experiment.checkpoint.Checkpoint;
import dev.kassei.experiment.config.EffectiveConfig;
import dev.kassei.experiment.config.ExperimentConfig;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.config.RecordShape;
import dev.kassei.experiment.config.Seeds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A batch of experiments, each checked. Trials share what is equal in them, by identity: two trials
 * with the same model have the same {@code Model} object.
 *
 * @param name the name of its result folder
 * @param file the file from which it was loaded
 * @param folder where relative paths start
 * @param trials at least one, numbered from 1
 * @param contents by path of an axis and printed value all that the value says but its name:
 *     batches are joined by it, since different values may have one name
 * @param drawn the paths of axes whose values are drawn at random
 * @param tune how settings are chosen before trials run
 * @param compare what is compared
 * @param keep which run folders are saved
 * @param checkpoint when the states of trials on their way are saved
 * @param warnings what may be a mistake, one sentence each
 * @param plan what of it decides over trials and comparison
 * @param effective the batch as YAML with every default spelled out; loaded from the same folder it
 *     gives equal trials
 */
public record BatchConfig(
    String name,
    Path file,
    Path folder,
    List<TrialConfig> trials,
    Map<String, Map<String, String>> contents,
    Set<String> drawn,
    Optional<Tune> tune,
    Compare compare,
    Keep keep,
    Checkpoint checkpoint,
    List<String> warnings,
    Plan plan,
    String effective)
    implements Loaded {
  public BatchConfig {
    trials = List.copyOf(trials);
    drawn = Collections.unmodifiableSet(new LinkedHashSet<>(drawn));
    warnings = List.copyOf(warnings);
  }

  /**
   * The same as a file of another folder, in which relative paths start where they did.
   *
   * @param other where the file will lie
   */
  public String effectiveIn(Path other) {
    Path there = other.toAbsolutePath().normalize();
    if (there.equals(folder)) {
      return effective;
    }
    Path start =
        Objects.equals(there.getRoot(), folder.getRoot()) ? there.relativize(folder) : folder;
    return EffectiveConfig.folder(start.toString().replace('\\', '/')) + effective;
  }

  /** The axes and the printed values that occur in trials, both in their order. */
  public Map<String, List<String>> axes() {
    Map<String, Set<String>> seen = new LinkedHashMap<>();
    for (TrialConfig trial : trials) {
      trial
          .axes()
          .forEach(
              (path, label) -> seen.computeIfAbsent(path, key -> new LinkedHashSet<>()).add(label));
    }
    Map<String, List<String>> axes = new LinkedHashMap<>();
    seen.forEach((path, labels) -> axes.put(path, new ArrayList<>(labels)));
    return axes;
  }

  /** The files and folders that trials name, as the effective configuration writes them. */
  public Set<String> writtenFiles() {
    var files = new LinkedHashSet<String>();
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (TrialConfig trial : trials) {
      boolean isNew = sections(trial.config()).stream().filter(seen::add).count() > 0;
      if (isNew) {
        files.addAll(trial.config().writtenFiles());
      }
    }
    // what is tuned is the same for all
    tune.ifPresent(
        settings ->
            IntStream.range(0, settings.assignments().size())
                .mapToObj(assignment -> settings.tuned(trials.get(0), assignment))
                .forEach(trial -> files.addAll(trial.config().writtenFiles())));
    return files;
  }

  /** All but the seeds, which name no files and differ in most trials. */
  private static List<Object> sections(LoadedConfig config) {
    return RecordShape.of(ExperimentConfig.class).components().stream()
        .filter(component -> !component.slot().raw().equals(Seeds.class))
        .map(component -> component.of(config.experiment()))
        .toList();
  }
}
