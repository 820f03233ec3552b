package dev.kassei.trainer.batch;

import dev.kassei.api.Numbers;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A trial's record as one line of JSON. Numbers are decimal texts that read back to their bits. */
final class TrialJson {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String KEY = "key";
  private static final String STATUS = "status";
  private static final String REASON = "reason";
  private static final String EPOCHS = "epochs";
  private static final String BEST_EPOCH = "best_epoch";
  private static final String ROWS = "rows";
  private static final String LAST = "last";
  private static final String BEST = "best";
  private static final String CURVE = "curve";
  private static final String EPOCH = "epoch";
  private static final String DIGEST = "digest";
  private static final String SECONDS = "seconds";

  private TrialJson() {}

  static String text(TrialRecord trial) {
    var text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty(KEY, trial.key());
      json.writeStringProperty(STATUS, trial.status().text());
      json.writeStringProperty(REASON, trial.reason());
      json.writeNumberProperty(EPOCHS, trial.epochs());
      json.writeNumberProperty(BEST_EPOCH, trial.bestEpoch());
      json.writeObjectPropertyStart(ROWS);
      trial.rows().forEach(json::writeNumberProperty);
      json.writeEndObject();
      metrics(json, LAST, trial.last());
      metrics(json, BEST, trial.best());
      curve(json, (Curve) trial.curve());
      json.writeStringProperty(DIGEST, trial.digest());
      json.writeName(SECONDS);
      number(json, trial.seconds());
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void metrics(JsonGenerator json, String name, Map<String, Double> metrics) {
    json.writeObjectPropertyStart(name);
    metrics.forEach(
        (metric, value) -> {
          json.writeName(metric);
          number(json, value);
        });
    json.writeEndObject();
  }

  private static void curve(JsonGenerator json, Curve curve) {
    json.writeObjectPropertyStart(CURVE);
    json.writeName(EPOCH);
    json.writeArray(curve.epochs(), 0, curve.size());
    curve
        .columns()
        .forEach(
            (metric, values) -> {
              json.writeArrayPropertyStart(metric);
              for (double value : values) {
                number(json, value);
              }
              json.writeEndArray();
            });
    json.writeEndObject();
  }

  private static void number(JsonGenerator json, double value) {
    if (Double.isFinite(value)) {
      json.writeNumber(Numbers.text(value));
    } else {
      json.writeString(Numbers.text(value));
    }
  }

  /**
   * The record that stands in a line.
   *
   * @throws IllegalArgumentException if it is none
   */
  static TrialRecord read(String line) {
    var fields = new LinkedHashMap<String, String>();
    var rows = new LinkedHashMap<String, Integer>();
    var last = new LinkedHashMap<String, Double>();
    var best = new LinkedHashMap<String, Double>();
    var columns = new LinkedHashMap<String, double[]>();
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
      json.nextToken();
      for (String name = json.nextName(); name != null; name = json.nextName()) {
        json.nextToken();
        switch (name) {
          case ROWS -> rows(json, rows);
          case LAST -> metrics(json, last);
          case BEST -> metrics(json, best);
          case CURVE -> columns(json, columns);
          default -> fields.put(name, json.getString());
        }
      }
    }
    return new TrialRecord(
        fields.get(KEY),
        TrialStatus.of(fields.get(STATUS)),
        fields.get(REASON),
        Integer.parseInt(fields.get(EPOCHS)),
        Integer.parseInt(fields.get(BEST_EPOCH)),
        rows,
        last,
        best,
        curve(columns),
        fields.get(DIGEST),
        Double.parseDouble(fields.get(SECONDS)));
  }

  private static void rows(JsonParser json, Map<String, Integer> rows) {
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      rows.put(name, json.getIntValue());
    }
  }

  private static void metrics(JsonParser json, Map<String, Double> metrics) {
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      metrics.put(name, Double.parseDouble(json.getString()));
    }
  }

  private static void columns(JsonParser json, Map<String, double[]> columns) {
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      var column = DoubleStream.builder();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        column.add(Double.parseDouble(json.getString()));
      }
      columns.put(name, column.build().toArray());
    }
  }

  private static Curve curve(Map<String, double[]> columns) {
    int[] epochs = Arrays.stream(columns.remove(EPOCH)).mapToInt(epoch -> (int) epoch).toArray();
    return new Curve(epochs, columns);
  }
}
