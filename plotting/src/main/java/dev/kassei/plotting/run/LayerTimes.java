package dev.kassei.plotting.run;

import dev.kassei.results.file.CsvTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;

/** What {@code layers.csv} says, layer by layer. */
final class LayerTimes {
  private final CsvTable table;
  private final List<String> layerOfRow;
  private final double[] epochOfRow;
  private final List<String> layers;

  LayerTimes(CsvTable table) {
    this.table = table;
    this.layerOfRow = table.texts("layer");
    this.epochOfRow = table.numbers("epochs");
    this.layers = new ArrayList<>(new LinkedHashSet<>(layerOfRow));
  }

  /** The layers with any number in a column, in the order of computation. */
  List<String> having(String column) {
    double[] all = table.numbers(column);
    return layers.stream()
        .filter(layer -> rows(layer).anyMatch(row -> !Double.isNaN(all[row])))
        .toList();
  }

  /** After how many epochs it was measured. */
  double[] epochs() {
    return Arrays.stream(epochOfRow).distinct().toArray();
  }

  /** The numbers of a layer from its first time to its last. */
  double[] values(String column, String layer) {
    double[] all = table.numbers(column);
    return rows(layer).mapToDouble(row -> all[row]).toArray();
  }

  private IntStream rows(String layer) {
    return IntStream.range(0, layerOfRow.size()).filter(row -> layerOfRow.get(row).equals(layer));
  }
}
