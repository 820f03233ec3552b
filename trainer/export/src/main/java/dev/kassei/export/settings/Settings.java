package dev.kassei.export.settings;

import dev.kassei.batch.run.TrialResult;
import dev.kassei.experiment.config.tree.CoreSchema;
import dev.kassei.experiment.config.tree.KeyForm;
import dev.kassei.experiment.config.tree.Node;
import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Node.Scalar;
import dev.kassei.experiment.config.tree.Node.Sequence;
import dev.kassei.experiment.config.tree.Problems;
import dev.kassei.experiment.config.tree.YamlReader;
import dev.kassei.results.Run;
import dev.kassei.results.record.RunFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The settings of a run by their dotted names, such as {@code optimizer.learning_rate}. */
public final class Settings {
  /** What says nothing of how a network was trained. */
  private static final Set<String> OTHERS = Set.of("format", "name", "plots", "plugins", "folder");

  private static final String LISTENERS = "training.listeners";

  private final Map<String, Setting> all = new LinkedHashMap<>();

  private Settings() {}

  /** Those that a run's configuration gives, with every default; what is empty is left out. */
  public static Map<String, Setting> of(Run run) {
    var problems = new Problems();
    Mapping tree =
        YamlReader.document(
            run.folder().resolve(RunFiles.CONFIG).toString(),
            run.config(),
            KeyForm.NESTED,
            problems);
    problems.throwIfAny();
    var settings = new Settings();
    tree.entries()
        .forEach(
            (key, entry) -> {
              if (!OTHERS.contains(key)) {
                settings.add(key, entry.value());
              }
            });
    settings.all.keySet().removeIf(name -> name.startsWith(LISTENERS));
    return settings.all;
  }

  /** What a trial of a batch was set to beside what all trials have. */
  public static Map<String, Setting> of(TrialResult trial) {
    var settings = new LinkedHashMap<String, Setting>();
    trial.axes().forEach((name, value) -> settings.put(name, Setting.of(value)));
    trial.tuned().forEach((name, value) -> settings.put("tuned." + name, Setting.of(value)));
    return settings;
  }

  private void add(String name, Node node) {
    if (node instanceof Mapping map) {
      map.entries().forEach((key, entry) -> add(name + "." + key, entry.value()));
    } else if (node instanceof Sequence list) {
      addAll(name, list.items());
    } else if (node instanceof Scalar scalar && !CoreSchema.isNull(scalar)) {
      all.put(name, Setting.of(scalar));
    }
  }

  /** A list of plain values is one setting; in a list of maps each has its place in its name. */
  private void addAll(String name, List<Node> items) {
    var texts = new ArrayList<String>();
    for (Node item : items) {
      if (item instanceof Scalar scalar) {
        texts.add(scalar.text());
      }
    }
    if (texts.size() == items.size()) {
      if (!texts.isEmpty()) {
        all.put(name, new Setting.Text(texts.toString()));
      }
      return;
    }
    for (int i = 0; i < items.size(); i++) {
      add(name + "." + i, items.get(i));
    }
  }
}
