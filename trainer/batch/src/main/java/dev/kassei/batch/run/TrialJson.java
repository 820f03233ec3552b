package dev.kassei.batch.run;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.value.Numbers;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** A trial's record as one line of JSON. Numbers are decimal texts that read back to their bits. */
final class TrialJson {
  /** What it reads of a curve is most of the work of whoever gathers results. */
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER).build();

  /** Of these lines; those of the first versions have no number. */
  private static final int FORMAT = 1;

  /** More of a reason is cut off, so that lines stay short. */
  private static final int MAX_REASON_CHARS = 10_000;

  private static final String FORMAT_NUMBER = "format";
  private static final String KEY = "key";
  private static final String STATUS = "status";
  private static final String REASON = "reason";
  private static final String EPOCHS = "epochs";
  private static final String BEST_EPOCH = "best_epoch";
  private static final String ROWS = "rows";
  private static final String CLASSES = "classes";
  private static final String GUESSED = "guessed";
  private static final String LAST = "last";
  private static final String BEST = "best";
  private static final String CURVE = "curve";
  private static final String EPOCH = "epoch";
  private static final String DIGEST = "digest";
  private static final String SECONDS = "seconds";
  private static final String SITE = "site";

  private static final List<String> FIELDS =
      List.of(KEY, STATUS, REASON, EPOCHS, BEST_EPOCH, ROWS, LAST, BEST, CURVE, DIGEST, SECONDS);

  private TrialJson() {}

  static String text(TrialRecord trial) {
    var text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeNumberProperty(FORMAT_NUMBER, FORMAT);
      json.writeStringProperty(KEY, trial.key());
      json.writeStringProperty(STATUS, trial.status().text());
      json.writeStringProperty(REASON, cut(trial.reason()));
      json.writeNumberProperty(EPOCHS, trial.epochs());
      json.writeNumberProperty(BEST_EPOCH, trial.bestEpoch());
      json.writeObjectPropertyStart(ROWS);
      trial.rows().forEach(json::writeNumberProperty);
      json.writeEndObject();
      json.writeNumberProperty(CLASSES, trial.guess().classes());
      json.writeObjectPropertyStart(GUESSED);
      trial.guess().right().forEach(json::writeNumberProperty);
      json.writeEndObject();
      metrics(json, LAST, trial.last());
      metrics(json, BEST, trial.best());
      curve(json, (Curve) trial.curve());
      json.writeStringProperty(DIGEST, trial.digest());
      json.writeName(SECONDS);
      number(json, trial.seconds());
      if (!trial.site().isEmpty()) {
        json.writeStringProperty(SITE, trial.site());
      }
      json.writeEndObject();
    }
    return text.toString();
  }

  /** The reason as far as it is saved. */
  static String cut(String reason) {
    return reason.length() <= MAX_REASON_CHARS
        ? reason
        : reason.substring(0, MAX_REASON_CHARS) + " …";
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

  /** What only a newer version can have written. */
  static final class NewerException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    NewerException(String message) {
      super(message);
    }
  }

  /**
   * The record that stands in a line.
   *
   * @throws NewerException if it has a format or a status that this version does not know
   * @throws IllegalArgumentException if it is no record for another reason
   */
  static TrialRecord read(String line) {
    try {
      return record(line);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    }
  }

  private static TrialRecord record(String line) {
    var fields = new HashMap<String, String>();
    var rows = new LinkedHashMap<String, Integer>();
    var guessed = new LinkedHashMap<String, Integer>();
    var last = new LinkedHashMap<String, Double>();
    var best = new LinkedHashMap<String, Double>();
    var columns = new LinkedHashMap<String, double[]>();
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
      json.nextToken();
      for (String name = json.nextName(); name != null; name = json.nextName()) {
        json.nextToken();
        fields.put(name, json.getString());
        switch (name) {
          case FORMAT_NUMBER -> checkFormat(json.getString());
          case ROWS -> rows(json, rows);
          case GUESSED -> rows(json, guessed);
          case LAST -> metrics(json, last);
          case BEST -> metrics(json, best);
          case CURVE -> columns(json, columns);
          default -> json.skipChildren();
        }
      }
    }
    requireAll(fields);
    int epochs = count(EPOCHS, fields.get(EPOCHS));
    return new TrialRecord(
        fields.get(KEY),
        status(fields.get(STATUS)),
        fields.get(REASON),
        epochs,
        bestEpoch(fields.get(BEST_EPOCH), epochs),
        rows,
        new Guess(count(CLASSES, fields.getOrDefault(CLASSES, "0")), guessed),
        last,
        best,
        curve(columns, epochs),
        fields.get(DIGEST),
        number(SECONDS, fields.get(SECONDS)),
        // few processes train many trials
        fields.getOrDefault(SITE, "").intern());
  }

  /** As soon as it is read, since another format may have other fields. */
  private static void checkFormat(String text) {
    int format = count(FORMAT_NUMBER, text);
    if (format > FORMAT) {
      throw new NewerException("format %s, where this one knows %s".formatted(format, FORMAT));
    }
  }

  private static void requireAll(Map<String, String> fields) {
    for (String name : FIELDS) {
      require(fields.containsKey(name), "without the field '%s'", name);
    }
  }

  private static TrialStatus status(String text) {
    try {
      return TrialStatus.of(text);
    } catch (IllegalArgumentException e) {
      throw new NewerException(e.getMessage());
    }
  }

  private static int bestEpoch(String text, int epochs) {
    int epoch = whole(BEST_EPOCH, text);
    require(
        -1 <= epoch && epoch < epochs, "%s is %s where %s is %s", BEST_EPOCH, text, EPOCHS, epochs);
    return epoch;
  }

  private static int count(String name, String text) {
    int count = whole(name, text);
    require(count >= 0, "%s is %s", name, text);
    return count;
  }

  private static int whole(String name, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("%s is '%s'".formatted(name, text), e);
    }
  }

  private static double number(String name, String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("%s is '%s'".formatted(name, text), e);
    }
  }

  /** Of a whole number the text, which alone tells -0 from 0; what is not finite is a string. */
  private static double number(String name, JsonParser json) {
    return json.currentToken() == JsonToken.VALUE_NUMBER_FLOAT
        ? json.getDoubleValue()
        : number(name, json.getString());
  }

  private static void rows(JsonParser json, Map<String, Integer> rows) {
    expect(json, JsonToken.START_OBJECT);
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      rows.put(name, count(name, json.getString()));
    }
  }

  private static void metrics(JsonParser json, Map<String, Double> metrics) {
    expect(json, JsonToken.START_OBJECT);
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      metrics.put(name, number(name, json));
    }
  }

  private static void columns(JsonParser json, Map<String, double[]> columns) {
    expect(json, JsonToken.START_OBJECT);
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      expect(json, JsonToken.START_ARRAY);
      var column = DoubleStream.builder();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        column.add(number(name, json));
      }
      columns.put(name, column.build().toArray());
    }
  }

  private static Curve curve(Map<String, double[]> columns, int epochs) {
    require(columns.containsKey(EPOCH), "without the field '%s' of '%s'", EPOCH, CURVE);
    double[] places = columns.remove(EPOCH);
    for (double place : places) {
      require(
          place >= 0 && place < epochs && place == Math.rint(place),
          "an epoch of the curve is %s where %s is %s",
          Numbers.text(place),
          EPOCHS,
          epochs);
    }
    columns.forEach(
        (name, values) ->
            require(
                values.length == places.length,
                "the curve has %s values of %s at %s epochs",
                values.length,
                name,
                places.length));
    return new Curve(Arrays.stream(places).mapToInt(place -> (int) place).toArray(), columns);
  }

  private static void expect(JsonParser json, JsonToken token) {
    require(json.currentToken() == token, "without %s at '%s'", token, json.currentName());
  }
}
