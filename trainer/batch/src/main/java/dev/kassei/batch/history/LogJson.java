package dev.kassei.batch.history;

import dev.kassei.batch.plan.Plan;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** An entry of the plan log as one line of JSON. */
final class LogJson {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String KIND = "entry";
  private static final String PLAN = "plan";
  private static final String LOOK = "look";
  private static final String HASH = "hash";
  private static final String TIME = "time";
  private static final String TRIALS = "trials";
  private static final String PLANNED = "planned";
  private static final String SEEDS = "seeds";
  private static final String BY = "by";
  private static final String FILE = "file";
  private static final String PLACE = "place";
  private static final String CHANGES = "changes";
  private static final String CHOICES = "choices";
  private static final String CONFIG = "config";
  private static final String KASSEI = "kassei";
  private static final String KEYS = "keys";
  private static final String FILES = "files";

  private LogJson() {}

  static String text(LogEntry entry) {
    var text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty(KIND, entry instanceof LogEntry.Made ? PLAN : LOOK);
      json.writeStringProperty(TIME, entry.time());
      json.writeStringProperty(HASH, entry.plan());
      json.writeNumberProperty(TRIALS, entry.trials());
      if (entry instanceof LogEntry.Made made) {
        made(made, json);
      }
      if (entry instanceof LogEntry.Look look) {
        json.writeNumberProperty(PLANNED, look.planned());
        json.writeNumberProperty(SEEDS, look.seeds());
        json.writeStringProperty(BY, look.by());
        array(CHOICES, look.choices(), json);
      }
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void made(LogEntry.Made made, JsonGenerator json) {
    json.writeStringProperty(FILE, made.origin().file());
    json.writeStringProperty(PLACE, made.origin().place());
    array(CHANGES, made.changes(), json);
    json.writeStringProperty(KASSEI, made.inputs().kassei());
    json.writeStringProperty(KEYS, made.inputs().trials());
    json.writeObjectPropertyStart(FILES);
    new TreeMap<>(made.inputs().files()).forEach(json::writeStringProperty);
    json.writeEndObject();
    json.writeStringProperty(CONFIG, made.content().yaml());
  }

  private static void array(String name, List<String> texts, JsonGenerator json) {
    json.writeArrayPropertyStart(name);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }

  /** What a line holds: single texts, lists and maps, each by its name. */
  private record Line(
      Map<String, String> texts,
      Map<String, List<String>> lists,
      Map<String, Map<String, String>> maps) {
    Line() {
      this(new HashMap<>(), new HashMap<>(), new HashMap<>());
    }
  }

  /** The entry that stands in a line. */
  static LogEntry read(String line) {
    var read = new Line();
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
      json.nextToken();
      for (String name = json.nextName(); name != null; name = json.nextName()) {
        switch (json.nextToken()) {
          case START_ARRAY -> read.lists().put(name, texts(json));
          case START_OBJECT -> read.maps().put(name, map(json));
          default -> read.texts().put(name, json.getString());
        }
      }
      return entry(read);
    } catch (JacksonException | IllegalArgumentException e) {
      return new LogEntry.Damaged();
    }
  }

  private static List<String> texts(JsonParser json) {
    var texts = new ArrayList<String>();
    while (json.nextToken() == JsonToken.VALUE_STRING) {
      texts.add(json.getString());
    }
    return texts;
  }

  private static Map<String, String> map(JsonParser json) {
    var map = new HashMap<String, String>();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      map.put(name, json.getString());
    }
    return map;
  }

  private static LogEntry entry(Line line) {
    Map<String, String> texts = line.texts();
    String time = text(texts, TIME);
    int trials = number(texts, TRIALS);
    return text(texts, KIND).equals(PLAN)
        ? new LogEntry.Made(
            time,
            trials,
            new Plan(text(texts, CONFIG)),
            inputs(line),
            line.lists().getOrDefault(CHANGES, List.of()),
            new Origin(text(texts, FILE), text(texts, PLACE)))
        : new LogEntry.Look(
            text(texts, HASH),
            time,
            trials,
            text(texts, BY),
            number(texts, PLANNED),
            number(texts, SEEDS),
            line.lists().getOrDefault(CHOICES, List.of()));
  }

  private static Inputs inputs(Line line) {
    Map<String, String> texts = line.texts();
    return texts.containsKey(KASSEI)
        ? new Inputs(
            text(texts, KASSEI), line.maps().getOrDefault(FILES, Map.of()), text(texts, KEYS))
        : Inputs.UNKNOWN;
  }

  private static int number(Map<String, String> texts, String key) {
    return Integer.parseInt(text(texts, key));
  }

  private static String text(Map<String, String> texts, String key) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("there is no " + key);
    }
    return text;
  }
}
