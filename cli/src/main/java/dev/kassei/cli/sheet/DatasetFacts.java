package dev.kassei.cli.sheet;

import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.Required;
import dev.kassei.experiment.data.Preview;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a data set that needs no file holds. */
final class DatasetFacts {
  private static final int MAX_LISTED = 20;

  private DatasetFacts() {}

  /** Rows, features and what is to be learned; nothing for plugins of other kinds. */
  static Map<String, String> of(Object plugin) {
    return plugin instanceof DatasetSource source && isComplete(plugin)
        ? Preview.load(source).map(DatasetFacts::facts).orElse(Map.of())
        : Map.of();
  }

  private static boolean isComplete(Object plugin) {
    RecordComponent[] components =
        Optional.ofNullable(plugin.getClass().getRecordComponents()).orElse(new RecordComponent[0]);
    return Stream.of(components).noneMatch(each -> each.isAnnotationPresent(Required.class));
  }

  private static Map<String, String> facts(Dataset data) {
    var facts = new LinkedHashMap<String, String>();
    facts.put("rows", Integer.toString(data.rows()));
    facts.put("inputs", inputs(data));
    facts.put("target", String.join(", ", data.target().names()));
    if (data.target().isClasses()) {
      facts.put("class_sizes", classSizes(data));
    }
    return facts;
  }

  private static String inputs(Dataset data) {
    String names =
        String.join(", ", data.featureNames().subList(0, Math.min(MAX_LISTED, data.width())));
    return data.width() + ": " + names + (data.width() > MAX_LISTED ? ", …" : "");
  }

  private static String classSizes(Dataset data) {
    int[] counts = new int[data.target().classes().size()];
    for (double target : data.targets()) {
      counts[(int) target]++;
    }
    var texts =
        IntStream.range(0, counts.length)
            .mapToObj(i -> data.target().classes().get(i) + " (" + counts[i] + ")")
            .toList();
    return counts.length + ": " + String.join(", ", texts);
  }
}
