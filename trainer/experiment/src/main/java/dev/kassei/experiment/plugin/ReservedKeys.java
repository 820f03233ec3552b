package dev.kassei.experiment.plugin;

import dev.kassei.api.DatasetSource;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keys that stand in a plugin's map and are not its own, so none of its components can have one.
 */
public final class ReservedKeys {
  private static final List<String> OF_ALL = List.of("type", "like", "name");

  /** The keys of an experiment that stand beside those of its data set. */
  public static final List<String> BESIDE_DATASETS =
      List.of("split", "standardize", "target", "augment");

  private ReservedKeys() {}

  static List<String> flaws(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getName)
        .filter(name -> of(type).anyMatch(ComponentKey.of(name)::equals))
        .map(
            name ->
                "its component '%s' has a key that means something else in configurations; give it another name than %s"
                    .formatted(name, String.join(", ", of(type).toList())))
        .toList();
  }

  private static Stream<String> of(Class<?> type) {
    List<String> beside = DatasetSource.class.isAssignableFrom(type) ? BESIDE_DATASETS : List.of();
    return Stream.concat(OF_ALL.stream(), beside.stream());
  }
}
