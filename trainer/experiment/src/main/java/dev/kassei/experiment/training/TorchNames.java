package dev.kassei.experiment.training;

import dev.kassei.results.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names of tensors in PyTorch. Attributes of a module have underscores where paths of layers have
 * dots: {@code hidden_0.weight} is {@code hidden.0.weight}. The batches that a batch normalization
 * counts are no part of a network here.
 */
final class TorchNames {
  private static final String COUNTER = "num_batches_tracked";

  private TorchNames() {}

  /**
   * Tensors by the names that a network has for them. A name that the network has stays, and so
   * does one that could stand for several, or for none.
   *
   * @param names those of the network
   */
  static Map<String, Tensor> translated(Map<String, Tensor> tensors, List<String> names) {
    Map<String, List<String>> byKey =
        names.stream()
            .filter(name -> !tensors.containsKey(name))
            .collect(Collectors.groupingBy(TorchNames::key));
    var translated = new LinkedHashMap<String, Tensor>();
    tensors.forEach(
        (name, tensor) -> {
          List<String> meant = byKey.getOrDefault(key(name), List.of());
          boolean isTranslated = meant.size() == 1 && !names.contains(name);
          String own = isTranslated ? meant.get(0) : name;
          if (names.contains(own) || !name.endsWith(COUNTER)) {
            translated.putIfAbsent(own, tensor);
          }
        });
    return translated;
  }

  /**
   * What is wrong with names of which several mean one tensor of the network.
   *
   * @param given the names in the file
   * @param names those of the network
   */
  static List<String> doubled(Set<String> given, List<String> names) {
    Map<String, List<String>> byKey =
        given.stream().sorted().collect(Collectors.groupingBy(TorchNames::key));
    Map<String, List<String>> own = names.stream().collect(Collectors.groupingBy(TorchNames::key));
    return names.stream()
        .filter(name -> own.getOrDefault(key(name), List.of()).size() == 1)
        .filter(name -> byKey.getOrDefault(key(name), List.of()).size() > 1)
        .map(
            name ->
                "'%s' mean the same tensor, %s; leave all but one out"
                    .formatted(
                        String.join("' and '", byKey.getOrDefault(key(name), List.of())), name))
        .toList();
  }

  /** The words of a name, whatever stands between them. */
  private static String key(String name) {
    return Arrays.stream(name.split("[._]"))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining("_"));
  }
}
