package dev.kassei.experiment.inference;

import dev.kassei.api.Target;
import dev.kassei.results.PredictionsWriter;
import dev.kassei.results.PredictionsWriter.Content;
import dev.kassei.results.csv.CsvRow;
import dev.kassei.results.text.Shortened;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Predicts the rows of a file in their order, block by block.
 *
 * @param model what predicts
 * @param data a file of separated values, with the columns that the model was trained on by name,
 *     in any order, and perhaps others
 * @param kept the columns of the file that are written before the predictions
 * @param content whether the network's outputs are written beside classes
 */
public record FilePredictions(SavedModel model, Path data, List<String> kept, Content content) {
  /**
   * @throws PredictionException if outputs are asked for where they are the prediction, or two
   *     columns would have one name
   */
  public FilePredictions {
    kept = List.copyOf(kept);
    Target target = model.preparation().target();
    if (content == Content.OUTPUTS && !target.isClasses()) {
      throw PredictionException.of(
          "the model predicts numbers (%s), which have no probabilities"
              .formatted(String.join(", ", target.names())));
    }
    var columns =
        new HashSet<>(PredictionsWriter.columns(target, model.network().outputs(), content));
    for (String name : kept) {
      if (!columns.add(name)) {
        throw PredictionException.of(
            "the column '%s' cannot be kept: the predictions would have two columns of this name; rename it in the data, or leave it out"
                .formatted(Shortened.text(name)));
      }
    }
  }

  /**
   * Writes a table of predictions; the writer stays open.
   *
   * @return the names of the columns of the file that were not used
   * @throws PredictionException if the file is not what the model needs; lines before the wrong
   *     ones may be written then
   */
  public List<String> write(Writer out) throws IOException {
    return PredictionException.reporting(() -> written(out));
  }

  private List<String> written(Writer out) throws IOException {
    try (RowFile file = RowFile.open(model, data)) {
      int[] columns = file.columns().named(kept);
      file.problems().report();
      var predictor = new Predictor(model);
      var writer =
          new PredictionsWriter(
              out, kept, model.preparation().target(), predictor.outputs(), content);
      for (var block = file.next(); !block.rows().isEmpty(); block = file.next()) {
        List<List<String>> cells = block.rows().stream().map(row -> cells(row, columns)).toList();
        writer.write(cells, predictor.predictions(block.features()));
      }
      writer.flush();
      return file.columns().unused();
    }
  }

  private static List<String> cells(CsvRow row, int[] columns) {
    return IntStream.of(columns).mapToObj(row::cell).toList();
  }
}
