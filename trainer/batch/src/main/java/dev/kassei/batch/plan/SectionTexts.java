package dev.kassei.batch.plan;

import dev.kassei.experiment.config.EffectiveConfig;
import dev.kassei.experiment.config.ExperimentConfig;
import dev.kassei.experiment.config.PluginNames;
import dev.kassei.experiment.config.RecordShape;
import dev.kassei.experiment.config.RecordShape.Component;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Numbers the sections of effective configurations, so that equal texts have equal numbers. */
final class SectionTexts {
  private final RecordShape shape = RecordShape.of(ExperimentConfig.class);
  private final EffectiveConfig effective;
  private final Map<String, Integer> byText = new HashMap<>();
  private final Map<Object, Integer> byValue = new IdentityHashMap<>();

  SectionTexts(PluginNames names) {
    this.effective = new EffectiveConfig(names);
  }

  /** A key that two experiments share if and only if their effective configurations are equal. */
  List<Integer> key(ExperimentConfig experiment) {
    var key = new ArrayList<Integer>();
    for (Component component : shape.components()) {
      Object value = component.of(experiment);
      key.add(byValue.computeIfAbsent(value, each -> number(component, each)));
    }
    return key;
  }

  private int number(Component component, Object value) {
    return byText.computeIfAbsent(effective.text(component, value), text -> byText.size());
  }
}
