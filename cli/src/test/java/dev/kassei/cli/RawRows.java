package dev.kassei.cli;

import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.value.Draws;
import dev.kassei.api.value.Numbers;
import dev.kassei.engine.random.CountedDraws;
import dev.kassei.engine.random.Purpose;
import dev.kassei.experiment.config.ExperimentConfig;
import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.results.record.InputColumns;
import dev.kassei.results.record.InputColumns.Kind;
import dev.kassei.results.record.Preparation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** The rows of a data set as the CSV file of somebody who has further ones. */
final class RawRows {
  private final Preparation preparation;
  private final Dataset data;

  private RawRows(Preparation preparation, Dataset data) {
    this.preparation = preparation;
    this.data = data;
  }

  /** The rows that an experiment is trained on, before gaps are filled. */
  static RawRows of(LoadedConfig config, Preparation preparation) throws IOException {
    ExperimentConfig experiment = config.experiment();
    var context =
        new DatasetSource.Context() {
          @Override
          public Path resolve(String path) {
            return config.folder().resolve(path);
          }

          @Override
          public Draws draws(String purpose) {
            return CountedDraws.of(experiment.seed().data(), Purpose.DATA, purpose, 0);
          }

          @Override
          public boolean prefersNumbers() {
            return experiment.loss().prefersNumbers();
          }
        };
    return new RawRows(preparation, experiment.dataset().source().load(context));
  }

  /** A file of some of the rows, whose columns stand in the reverse order. */
  String csv(int[] rows) {
    var lines = new ArrayList<List<String>>();
    var names = new ArrayList<>(preparation.columnNames());
    names.addAll(data.target().names());
    preparation.weight().ifPresent(column -> names.add(column.name()));
    lines.add(names);
    for (int row : rows) {
      lines.add(line(row));
    }
    lines.forEach(Collections::reverse);
    return lines.stream()
        .map(
            line ->
                line.stream()
                    .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                    .collect(Collectors.joining(preparation.text().delimiter())))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private List<String> line(int row) {
    var cells = new ArrayList<String>();
    int feature = row * data.width();
    for (InputColumns columns : preparation.inputs()) {
      for (int i = 0; i < columns.names().size(); i++) {
        cells.add(cell(columns, columns.kind() == Kind.NUMBER ? feature + i : feature));
      }
      feature += columns.width();
    }
    int columns = data.target().columns();
    for (int i = 0; i < columns; i++) {
      double target = data.targets()[row * columns + i];
      cells.add(
          data.target().isClasses() ? data.target().classes().get((int) target) : number(target));
    }
    preparation.weight().ifPresent(column -> cells.add(number(data.weights().get()[row])));
    return cells;
  }

  private String cell(InputColumns columns, int feature) {
    double value = data.features()[feature];
    if (Double.isNaN(value)) {
      return "";
    }
    return switch (columns.kind()) {
      case NUMBER -> number(value);
      case ORDINAL -> columns.categories().get((int) value);
      case ONE_HOT -> {
        int category = 0;
        while (data.features()[feature + category] != 1) {
          category++;
        }
        yield columns.categories().get(category);
      }
    };
  }

  private String number(double value) {
    return Numbers.text(value).replace(".", preparation.text().decimal());
  }
}
