package dev.kassei.embed;

import dev.kassei.results.record.BatchRecord;
import dev.kassei.results.record.ContrastRecord;
import dev.kassei.results.record.DatasetRecord;
import dev.kassei.results.record.MethodRecord;
import dev.kassei.results.record.SettingRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What a batch compared, as a table. */
final class Ranking {
  static final List<String> COLUMNS =
      List.of(
          "setting",
          "dataset",
          "rank",
          "method",
          "trials",
          "failures",
          "center",
          "spread",
          "improvement",
          "lower",
          "upper",
          "p");

  private Ranking() {}

  static Table of(BatchRecord batch) {
    var rows = new ArrayList<List<String>>();
    for (SettingRecord setting : batch.settings()) {
      for (DatasetRecord dataset : setting.datasets()) {
        for (int i = 0; i < dataset.methods().size(); i++) {
          rows.add(row(setting, dataset, i));
        }
      }
    }
    return Table.of(COLUMNS, rows);
  }

  private static List<String> row(SettingRecord setting, DatasetRecord dataset, int place) {
    MethodRecord method = dataset.methods().get(place);
    return List.of(
        text(setting.axes()),
        dataset.name(),
        Integer.toString(place + 1),
        method.name(),
        Integer.toString(method.trials()),
        Integer.toString(method.failures()),
        Table.cell(method.center()),
        Table.cell(method.spread()),
        cell(method, ContrastRecord::difference),
        cell(method, ContrastRecord::lower),
        cell(method, ContrastRecord::upper),
        cell(method, ContrastRecord::adjustedP));
  }

  private static String text(Map<String, String> axes) {
    return axes.entrySet().stream()
        .map(axis -> axis.getKey() + "=" + axis.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String cell(MethodRecord method, ToDoubleFunction<ContrastRecord> number) {
    return method.contrast().map(each -> Table.cell(number.applyAsDouble(each))).orElse("");
  }
}
