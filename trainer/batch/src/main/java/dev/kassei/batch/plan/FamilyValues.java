package dev.kassei.batch.plan;

import dev.kassei.api.Activation;
import dev.kassei.api.Required;
import dev.kassei.engine.analysis.Elementwise;
import dev.kassei.experiment.config.RecordShape;
import dev.kassei.experiment.config.tree.Node;
import dev.kassei.experiment.config.tree.Node.Scalar;
import dev.kassei.experiment.config.tree.Paths;
import dev.kassei.experiment.config.tree.Problems;
import dev.kassei.experiment.config.tree.Suggestions;
import dev.kassei.experiment.config.tree.Words;
import dev.kassei.experiment.plugin.Families;
import dev.kassei.experiment.plugin.Family;
import dev.kassei.experiment.plugin.PluginEntry;
import dev.kassei.experiment.plugin.Plugins;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The plugins of a family as the values of an axis, in the order of their names. */
final class FamilyValues {
  private static final String ELEMENTWISE = "elementwise";
  private static final String TRUE = "true";
  private static final List<String> KINDS = List.of(ELEMENTWISE, TRUE);

  private final Plugins plugins;
  private final Problems problems;

  FamilyValues(Plugins plugins, Problems problems) {
    this.plugins = plugins;
    this.problems = problems;
  }

  /** The form {@code {all: elementwise, except: [cube]}}. */
  record All(@Required String all, List<String> except) {
    All() {
      this("", List.of());
    }
  }

  /** The names; none after a problem was reported. */
  List<Scalar> of(All all, Optional<Family<?>> family, Node node, String path) {
    if (!KINDS.contains(all.all())) {
      String hint = Suggestions.didYouMean(all.all(), KINDS);
      String stop = hint.isEmpty() ? ". " : " ";
      String known = "Known: elementwise (activations), true (everything there is)";
      return refuse(node, path, "unknown family " + Words.quoted(all.all()) + hint + stop + known);
    }
    if (family.isEmpty()) {
      return refuse(node, path, "no plugins are chosen here, so that there is no family of them");
    }
    if (all.all().equals(ELEMENTWISE) && !family.get().equals(Families.ACTIVATION)) {
      String plural = family.get().plural();
      return refuse(
          node,
          path,
          "only activations are elementwise; for all %s write all: true".formatted(plural));
    }
    List<String> names = names(family.get(), all.all().equals(ELEMENTWISE));
    if (!areKnown(all.except(), family.get(), node, path)) {
      return List.of();
    }
    var values = new ArrayList<Scalar>();
    names.stream()
        .filter(name -> !all.except().contains(name))
        .forEach(name -> values.add(new Scalar(node.location(), name, false)));
    return values.isEmpty() ? refuse(node, path, "no value is left") : values;
  }

  private List<Scalar> refuse(Node node, String path, String message) {
    problems.add(node.location(), path, message);
    return List.of();
  }

  private List<String> names(Family<?> family, boolean elementwise) {
    return plugins.of(family).tried().entries().stream()
        .filter(FamilyValues::needsNothing)
        .filter(entry -> !elementwise || Elementwise.is((Activation) entry.defaults()))
        .map(PluginEntry::name)
        .toList();
  }

  private static boolean needsNothing(PluginEntry<?> entry) {
    return !entry.type().isRecord()
        || RecordShape.of(entry.type()).components().stream().noneMatch(c -> c.required());
  }

  private boolean areKnown(List<String> except, Family<?> family, Node node, String path) {
    List<String> known = plugins.of(family).names();
    boolean all = true;
    for (String name : except) {
      if (!known.contains(name)) {
        all = false;
        String hint = Suggestions.didYouMean(name, known);
        problems.add(
            node.location(),
            Paths.key(path, "except"),
            "unknown %s %s%s".formatted(family.key(), Words.quoted(name), hint));
      }
    }
    return all;
  }
}
