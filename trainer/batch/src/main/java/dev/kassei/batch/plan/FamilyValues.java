package dev.kassei.batch.plan;

import dev.kassei.api.Activation;
import dev.kassei.api.Required;
import dev.kassei.engine.analysis.Elementwise;
import dev.kassei.experiment.config.RecordShape;
import dev.kassei.experiment.config.advice.Suggestions;
import dev.kassei.experiment.config.tree.Node;
import dev.kassei.experiment.config.tree.Node.Scalar;
import dev.kassei.experiment.config.tree.Paths;
import dev.kassei.experiment.config.tree.Problems;
import dev.kassei.experiment.config.tree.Words;
import dev.kassei.experiment.plugin.Catalogue;
import dev.kassei.experiment.plugin.Families;
import dev.kassei.experiment.plugin.Family;
import dev.kassei.experiment.plugin.PluginEntry;
import dev.kassei.experiment.plugin.PluginFailure;
import dev.kassei.experiment.plugin.PluginProblem;
import dev.kassei.experiment.plugin.Plugins;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The plugins of a family as the values of an axis, in the order of their names. */
final class FamilyValues {
  private static final String ELEMENTWISE = "elementwise";
  private static final String TRUE = "true";
  static final List<String> KINDS = List.of(ELEMENTWISE, TRUE);

  private final Plugins plugins;
  private final Problems problems;
  private final Set<String> warnings = new LinkedHashSet<>();

  FamilyValues(Plugins plugins, Problems problems) {
    this.plugins = plugins;
    this.problems = problems;
  }

  /**
   * The form {@code {all: elementwise, except: [cube]}}.
   *
   * @param all {@code elementwise} for activations that are so, {@code true} for everything there
   *     is
   * @param except the names that are left out
   */
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
    if (!areKnown(all.except(), family.get(), node, path)) {
      return List.of();
    }
    var values = new ArrayList<Scalar>();
    names(all, family.get(), path)
        .forEach(name -> values.add(new Scalar(node.location(), name, false)));
    return values.isEmpty() ? refuse(node, path, "no value is left") : values;
  }

  private List<Scalar> refuse(Node node, String path, String message) {
    problems.add(node.location(), path, message);
    return List.of();
  }

  /** Which plugins the families that were read leave out, because they cannot be used. */
  List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** Those that are excepted are asked nothing. */
  private List<String> names(All all, Family<?> family, String path) {
    Catalogue<?> catalogue = plugins.of(family).tried();
    var names = new ArrayList<String>();
    var unusable = new ArrayList<>(catalogue.problems());
    for (PluginEntry<?> entry : catalogue.entries()) {
      if (all.except().contains(entry.name()) || !needsNothing(entry)) {
        continue;
      }
      if (all.all().equals(TRUE) || Elementwise.is((Activation) entry.defaults())) {
        names.add(entry.name());
      } else {
        failure(entry).ifPresent(unusable::add);
      }
    }
    unusable.stream()
        .filter(problem -> !all.except().contains(problem.name()))
        .forEach(problem -> warnings.add(leftOut(problem, all, path)));
    return names;
  }

  /** Where a formula fails, whether it is elementwise cannot be known. */
  private static Optional<PluginProblem> failure(PluginEntry<?> entry) {
    return Elementwise.failure((Activation) entry.defaults())
        .map(failure -> PluginFailure.of(failure, entry));
  }

  private static String leftOut(PluginProblem problem, All all, String path) {
    String plugin = problem.name().isEmpty() ? "a plugin" : Words.quoted(problem.name());
    return "%s: {all: %s} leaves out %s, which cannot be used: %s"
        .formatted(path, all.all(), plugin, problem);
  }

  private static boolean needsNothing(PluginEntry<?> entry) {
    return !entry.type().isRecord()
        || RecordShape.of(entry.type()).components().stream().noneMatch(c -> c.required());
  }

  private boolean areKnown(List<String> except, Family<?> family, Node node, String path) {
    Catalogue<?> catalogue = plugins.of(family);
    List<String> known =
        Stream.concat(
                catalogue.names().stream(), catalogue.problems().stream().map(PluginProblem::name))
            .filter(name -> !name.isEmpty())
            .toList();
    boolean all = true;
    for (String name : except) {
      if (!known.contains(name)) {
        all = false;
        String hint = Suggestions.forPlugin(family.key(), name, known);
        problems.add(
            node.location(),
            Paths.key(path, "except"),
            "unknown %s %s%s".formatted(family.key(), Words.quoted(name), hint));
      }
    }
    return all;
  }
}
