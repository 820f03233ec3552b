package dev.kassei.experiment.schema;

import dev.kassei.experiment.config.RecordShape;
import dev.kassei.experiment.config.RecordShape.Component;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the keys of records mean, in sentences of their Javadoc. */
public final class KeyTexts {
  private KeyTexts() {}

  /** By key, in the order of the record; without those of which nothing is said. */
  public static Map<String, String> of(Class<?> type) {
    var documentation = new Documentation();
    var texts = new LinkedHashMap<String, String>();
    if (type.isRecord()) {
      for (Component component : RecordShape.of(type).components()) {
        documentation
            .of(type, component.accessor().getName())
            .ifPresent(text -> texts.put(component.key(), text));
      }
    }
    return texts;
  }
}
