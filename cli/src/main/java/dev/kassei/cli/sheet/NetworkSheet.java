package dev.kassei.cli.sheet;

import dev.kassei.experiment.config.LoadedConfig;
import dev.kassei.experiment.data.SplitData;
import dev.kassei.experiment.training.ExperimentCache;
import dev.kassei.experiment.training.InitialGains;
import dev.kassei.experiment.training.LayerTable;
import dev.kassei.experiment.training.PreparedTrial;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/**
 * The network of an experiment.
 *
 * @param batch the number of rows in a step
 * @param stepOperations floating-point operations per step: forward, backward and update
 * @param gains of each tensor of weights, by which its first values are scaled, and why
 */
public record NetworkSheet(
    String name,
    SplitData data,
    LayerTable layers,
    int batch,
    long stepOperations,
    Map<String, String> gains)
    implements Printable {
  public static NetworkSheet of(LoadedConfig config) {
    PreparedTrial trial = new ExperimentCache().prepare(config);
    return new NetworkSheet(
        config.experiment().name(),
        trial.data(),
        LayerTable.of(trial.network()),
        trial.batchSize(),
        trial.stepOperations(),
        InitialGains.of(trial.network()));
  }

  @Override
  public void print(PrintWriter out) {
    out.println(name);
    data.splits()
        .forEach(
            (part, rows) ->
                Sheet.line(out, part, rows.rows() + " rows × " + data.width() + " features"));
    Sheet.line(out, "task", DataNotes.task(data.target()));
    DataNotes.print(data, out);
    out.println();
    var table = new TextTable("layer", "output", "parameters", "operations per row");
    for (LayerTable.Row row : layers.outerFirst()) {
      table.add(
          row.path(),
          row.output().toString(),
          grouped(row.parameters()),
          grouped(row.operations()));
    }
    table.print(out);
    out.println();
    Sheet.line(out, "parameters", grouped(layers.parameters()));
    Sheet.line(
        out,
        "per step",
        grouped(stepOperations) + " operations, forward, backward and update, " + batch + " rows");
    gains.forEach((tensor, gain) -> Sheet.line(out, "gain", tensor + ": " + gain));
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  @Override
  public void write(JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("name", name);
    json.writeStringProperty("task", DataNotes.task(data.target()));
    json.writeNumberProperty("parameters", layers.parameters());
    json.writeNumberProperty("batch_size", batch);
    json.writeNumberProperty("operations_a_step", stepOperations);
    json.writeObjectPropertyStart("initial_gains");
    gains.forEach(json::writeStringProperty);
    json.writeEndObject();
    json.writeArrayPropertyStart("layers");
    for (LayerTable.Row row : layers.layers()) {
      json.writeStartObject();
      json.writeStringProperty("path", row.path());
      json.writeStringProperty("output", row.output().toString());
      json.writeNumberProperty("parameters", row.parameters());
      json.writeNumberProperty("operations_a_row", row.operations());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
