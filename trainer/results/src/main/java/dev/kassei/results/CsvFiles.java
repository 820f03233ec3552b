package dev.kassei.results;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.kassei.api.Epoch;
import dev.kassei.api.Predictions;
import dev.kassei.api.Target;
import dev.kassei.api.value.Numbers;
import dev.kassei.results.record.ActivationCurve;
import dev.kassei.results.record.ActivationParameter;
import dev.kassei.results.record.FeatureScale;
import dev.kassei.results.record.HistogramBin;
import dev.kassei.results.record.LayerRecord;
import dev.kassei.results.record.SplitPredictions;
import dev.kassei.results.record.TimingRecord;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The tables of a run's folder: a line of names, commas, lines that end with a line feed. */
final class CsvFiles {
  private CsvFiles() {}

  /** One line per epoch; a metric that an epoch does not have is an empty cell. */
  static void metrics(List<String> names, List<Epoch> epochs, Writer out) throws IOException {
    try (CsvWriter csv = writer(out)) {
      csv.writeRecord(line("epoch", names));
      for (Epoch epoch : epochs) {
        var cells = new ArrayList<String>();
        for (String name : names) {
          Double value = epoch.metrics().get(name);
          cells.add(value == null ? "" : Numbers.text(value));
        }
        csv.writeRecord(line(Integer.toString(epoch.epoch()), cells));
      }
    }
  }

  /** One line per row of a table, whose columns hold numbers. */
  static void table(Epochs table, Writer out) throws IOException {
    try (CsvWriter csv = writer(out)) {
      csv.writeRecord(table.names());
      for (Epoch row : table) {
        csv.writeRecord(row.metrics().values().stream().map(Numbers::text).toList());
      }
    }
  }

  /** One line per epoch. */
  static void timings(List<TimingRecord> timings, Writer out) throws IOException {
    try (CsvWriter csv = writer(out)) {
      csv.writeRecord("epoch", "seconds");
      for (TimingRecord timing : timings) {
        csv.writeRecord(Integer.toString(timing.epoch()), Numbers.text(timing.seconds()));
      }
    }
  }

  /** One line per feature. */
  static void scales(List<String> columns, List<FeatureScale> scales, Writer out)
      throws IOException {
    try (CsvWriter csv = writer(out)) {
      csv.writeRecord(columns);
      for (FeatureScale scale : scales) {
        csv.writeRecord(
            scale.feature(), Numbers.text(scale.mean()), Numbers.text(scale.deviation()));
      }
    }
  }

  /** One line per bin. */
  static void histograms(List<HistogramBin> bins, Writer out) throws IOException {
    try (CsvWriter csv = writer(out)) {
      csv.writeRecord(HistogramBin.COLUMNS);
      for (HistogramBin bin : bins) {
        csv.writeRecord(
            bin.kind().name().toLowerCase(Locale.ROOT),
            bin.name(),
            Numbers.text(bin.lower()),
            Numbers.text(bin.upper()),
            Long.toString(bin.count()));
      }
    }
  }

  /** One line per number and time. */
  static void activationParameters(List<ActivationParameter> parameters, Writer out)
      throws IOException {
    try (CsvWriter csv = writer(out)) {
      csv.writeRecord(ActivationParameter.COLUMNS);
      for (ActivationParameter each : parameters) {
        csv.writeRecord(
            Integer.toString(each.epochs()),
            each.parameter(),
            Integer.toString(each.index()),
            Numbers.text(each.value()));
      }
    }
  }

  /** One line per point. */
  static void activationCurves(List<ActivationCurve> curves, Writer out) throws IOException {
    try (CsvWriter csv = writer(out)) {
      csv.writeRecord(ActivationCurve.COLUMNS);
      for (ActivationCurve curve : curves) {
        for (int i = 0; i < curve.x().length; i++) {
          csv.writeRecord(
              curve.layer(),
              Integer.toString(curve.unit()),
              Numbers.text(curve.x()[i]),
              Numbers.text(curve.initial()[i]),
              Numbers.text(curve.learned()[i]));
        }
      }
    }
  }

  /** One line per layer and time. */
  static void layers(List<LayerRecord> layers, Writer out) throws IOException {
    try (CsvWriter csv = writer(out)) {
      csv.writeRecord(LayerRecord.COLUMNS);
      for (LayerRecord layer : layers) {
        csv.writeRecord(
            Integer.toString(layer.epochs()),
            layer.layer(),
            Integer.toString(layer.units()),
            text(layer.inputMean()),
            text(layer.inputVariance()),
            Numbers.text(layer.mean()),
            Numbers.text(layer.variance()),
            text(layer.deadRate()),
            text(layer.saturationRate()),
            Numbers.text(layer.gradientNorm()),
            text(layer.parameterGradientNorm()));
      }
    }
  }

  private static String text(OptionalDouble value) {
    return value.isPresent() ? Numbers.text(value.getAsDouble()) : "";
  }

  /** One line per row of the data. */
  static void predictions(
      List<String> features, Target target, List<SplitPredictions> splits, Writer out)
      throws IOException {
    try (CsvWriter csv = writer(out)) {
      int outputs = splits.isEmpty() ? 0 : splits.get(0).predictions().outputs();
      int inputs = features.size() <= SplitPredictions.MAX_FEATURES ? features.size() : 0;
      csv.writeRecord(SplitPredictions.columns(features, target, outputs));
      for (SplitPredictions split : splits) {
        for (int i = 0; i < split.rows().length; i++) {
          var cells = new ArrayList<>(List.of(Integer.toString(split.rows()[i]), split.split()));
          cells.addAll(texts(split.features(), i, inputs));
          cells.addAll(
              target.isClasses()
                  ? classes(split.predictions(), i)
                  : numbers(split.predictions(), i));
          csv.writeRecord(cells);
        }
      }
    }
  }

  private static List<String> classes(Predictions predictions, int row) {
    List<String> names = predictions.target().classes();
    var cells = new ArrayList<String>();
    cells.add(names.get((int) predictions.targets()[row]));
    cells.add(predictedClass(predictions, row));
    cells.addAll(texts(predictions.values(), row, predictions.outputs()));
    return cells;
  }

  /** The name of the likeliest class; empty where that is undecided. */
  static String predictedClass(Predictions predictions, int row) {
    OptionalInt predicted = predictions.predictedClass(row);
    return predicted.isPresent() ? predictions.target().classes().get(predicted.getAsInt()) : "";
  }

  private static List<String> numbers(Predictions predictions, int row) {
    var cells = new ArrayList<>(texts(predictions.targets(), row, predictions.target().columns()));
    cells.addAll(texts(predictions.values(), row, predictions.outputs()));
    return cells;
  }

  static List<String> texts(double[] values, int row, int columns) {
    return IntStream.range(row * columns, (row + 1) * columns)
        .mapToObj(i -> Numbers.text(values[i]))
        .toList();
  }

  private static List<String> line(String first, Collection<String> others) {
    var cells = new ArrayList<String>();
    cells.add(first);
    cells.addAll(others);
    return cells;
  }

  static CsvWriter writer(Writer out) {
    return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
  }
}
