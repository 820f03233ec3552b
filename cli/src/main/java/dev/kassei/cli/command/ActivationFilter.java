package dev.kassei.cli.command;

import dev.kassei.api.Activation;
import dev.kassei.cli.failure.UsageProblem;
import dev.kassei.engine.analysis.Property;
import dev.kassei.experiment.config.advice.Suggestions;
import dev.kassei.experiment.plugin.Catalogue;
import dev.kassei.experiment.plugin.PluginEntry;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Options that choose among activations; all of them must hold. */
final class ActivationFilter {
  @Option(
      names = "--family",
      paramLabel = "NAME",
      description = "Lists only activations of this family, such as gated.")
  private String family = "";

  @Option(
      names = "--peer",
      split = ",",
      paramLabel = "NAME",
      description = "Lists only activations that all these libraries define, such as keras.")
  private List<String> peers = List.of();

  @Option(
      names = "--property",
      split = ",",
      paramLabel = "NAME",
      description = "Lists only activations with all these properties, such as bounded or smooth.")
  private List<String> properties = List.of();

  boolean isEmpty() {
    return family.isEmpty() && peers.isEmpty() && properties.isEmpty();
  }

  /** The activations for which everything asked holds. */
  Catalogue<Activation> filter(Catalogue<Activation> all) {
    if (!family.isEmpty()) {
      requireKnown("family", List.of(family), families(all));
    }
    requireKnown("peer", peers, libraries(all));
    requireKnown("property", properties, keys(List.of(Property.values())));
    return new Catalogue<>(
        all.family(), all.entries().stream().filter(this::fits).toList(), all.problems());
  }

  /** Properties last: they take milliseconds each. */
  private boolean fits(PluginEntry<Activation> entry) {
    return (family.isEmpty() || entry.group().equals(family))
        && entry.defaults().peers().keySet().containsAll(peers)
        && (properties.isEmpty() || keys(Property.of(entry.defaults())).containsAll(properties));
  }

  private static Set<String> families(Catalogue<Activation> all) {
    return all.entries().stream()
        .map(PluginEntry::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> libraries(Catalogue<Activation> all) {
    return all.entries().stream()
        .flatMap(entry -> entry.defaults().peers().keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> keys(Collection<Property> properties) {
    return properties.stream().map(Property::key).toList();
  }

  private static void requireKnown(String what, List<String> given, Collection<String> known) {
    for (String name : given) {
      if (!known.contains(name)) {
        String hint = Suggestions.didYouMean(name, known);
        throw new UsageProblem(
            "there is no %s of activations called '%s'%s are %s"
                .formatted(
                    what,
                    name,
                    hint.isEmpty() ? "; there" : hint + " There",
                    String.join(", ", known)));
      }
    }
  }
}
