package dev.kassei.embed;

import dev.kassei.api.Epoch;
import dev.kassei.api.value.Numbers;
import dev.kassei.experiment.training.Outcome;
import java.util.ArrayList;
import java.util.List;

/** The metrics of epochs as a table. */
final class History {
  private static final String EPOCH = "epoch";

  private History() {}

  static Table of(Outcome outcome) {
    boolean hasRates = outcome.learningRates().length > 0;
    var columns = new ArrayList<>(List.of(EPOCH));
    if (!outcome.epochs().isEmpty()) {
      columns.addAll(outcome.epochs().names());
      if (hasRates) {
        columns.add(Epoch.LEARNING_RATE);
      }
    }
    var rows = new ArrayList<List<String>>();
    for (Epoch epoch : outcome.epochs()) {
      var cells = new ArrayList<>(List.of(Integer.toString(epoch.epoch())));
      outcome.epochs().names().forEach(name -> cells.add(cell(epoch, name)));
      if (hasRates) {
        cells.add(Numbers.text(outcome.learningRates()[epoch.epoch()]));
      }
      rows.add(cells);
    }
    return Table.of(columns, rows);
  }

  private static String cell(Epoch epoch, String name) {
    Double value = epoch.metrics().get(name);
    return value == null ? "" : Numbers.text(value);
  }
}
