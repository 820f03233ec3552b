package dev.kassei.cli;

import dev.kassei.results.RunFolder;
import dev.kassei.results.record.InputColumns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A regression with columns of each kind and gaps, for those who read what it was exported to. */
final class Rents {
  private static final List<String> ROWS =
      List.of(
          "20,red,north,2.5,100",
          "31,blue,south,,210",
          "45,,west,1.25,330",
          "52,green,north,0.5,380",
          "18,blue,west,3,90",
          "63,green,south,2,520");

  private Rents() {}

  /** Trains it in a folder, beside {@code rents.csv} and {@code rents.yaml}. */
  static Path train(Path folder, String precision) throws IOException {
    Files.writeString(
        folder.resolve("rents.csv"), "size,wall,side,age,rent\n" + String.join("\n", ROWS) + "\n");
    Path config = folder.resolve("rents.yaml");
    Files.writeString(
        config,
        """
        precision: %s
        dataset:
          type: csv
          path: rents.csv
          label: rent
          categorical: [wall]
          ordinal: [side]
          missing: mean
          standardize: true
          target: {standardize: true}
        model: {type: mlp, hidden: [4, 4], activation: [gelu, pelu], norm: batch_norm}
        loss: mse
        optimizer: adam
        training: {epochs: 5, batch_size: 3}
        """
            .formatted(precision));
    return Invocation.of("run", config, "--out", folder.resolve(precision)).done().folder();
  }

  /** The raw rows, a category as its number and a gap as NaN. */
  static List<String> numbers(Path run) throws IOException {
    List<InputColumns> columns = new ArrayList<>();
    for (InputColumns each : new RunFolder(run).preparation().inputs()) {
      each.names().forEach(name -> columns.add(each));
    }
    return ROWS.stream().map(row -> numbers(row.split(",", -1), columns)).toList();
  }

  private static String numbers(String[] cells, List<InputColumns> columns) {
    var numbers = new ArrayList<String>();
    for (int i = 0; i < columns.size(); i++) {
      numbers.add(number(cells[i], columns.get(i).categories()));
    }
    return String.join(" ", numbers);
  }

  private static String number(String cell, List<String> categories) {
    if (cell.isEmpty()) {
      return "nan";
    }
    return categories.isEmpty() ? cell : Integer.toString(categories.indexOf(cell));
  }

  /** What Kassei predicts, by the number of the row. */
  static List<Double> predictions(Path run) throws IOException {
    List<String> lines = Files.readAllLines(run.resolve("predictions.csv"));
    List<String> names = Arrays.asList(lines.get(0).split(","));
    int column = names.indexOf("predicted.rent");
    return lines.stream()
        .skip(1)
        .map(line -> line.split(","))
        .sorted((a, b) -> Integer.compare(Integer.parseInt(a[0]), Integer.parseInt(b[0])))
        .map(cells -> Double.valueOf(cells[column]))
        .toList();
  }
}
