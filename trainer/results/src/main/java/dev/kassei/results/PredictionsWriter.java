package dev.kassei.results;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.kassei.api.Predictions;
import dev.kassei.api.Target;
import dev.kassei.results.record.SplitPredictions;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes predictions of rows as a table, block by block: the kept cells of each row, then columns
 * that are called and hold numbers as in {@code predictions.csv}.
 */
public final class PredictionsWriter {
  /** What is written of classes. */
  public enum Content {
    /** The class alone. */
    PREDICTED,
    /** The class and what the network returns. */
    OUTPUTS
  }

  private final CsvWriter csv;
  private final Content content;

  /**
   * Begins a table with the names of its columns.
   *
   * @param kept the names of the columns before the predictions
   */
  public PredictionsWriter(
      Writer out, List<String> kept, Target target, int outputs, Content content)
      throws IOException {
    this.csv = CsvFiles.writer(out);
    this.content = content;
    var columns = new ArrayList<>(kept);
    columns.addAll(columns(target, outputs, content));
    csv.writeRecord(columns);
  }

  /** The names of the columns of predictions. */
  public static List<String> columns(Target target, int outputs, Content content) {
    var columns = new ArrayList<String>();
    if (target.isClasses()) {
      columns.add(SplitPredictions.PREDICTED);
    }
    if (!target.isClasses() || content == Content.OUTPUTS) {
      columns.addAll(SplitPredictions.outputColumns(target, outputs));
    }
    return columns;
  }

  /**
   * Writes a line per row.
   *
   * @param kept the cells before the predictions, a list per row
   */
  public void write(List<List<String>> kept, Predictions predictions) throws IOException {
    for (int row = 0; row < kept.size(); row++) {
      var cells = new ArrayList<>(kept.get(row));
      if (predictions.target().isClasses()) {
        cells.add(CsvFiles.predictedClass(predictions, row));
      }
      if (!predictions.target().isClasses() || content == Content.OUTPUTS) {
        cells.addAll(CsvFiles.texts(predictions.values(), row, predictions.outputs()));
      }
      csv.writeRecord(cells);
    }
  }

  /** Hands what was written to the writer below, which stays open. */
  public void flush() throws IOException {
    csv.flush();
  }
}
