package dev.kassei.cli.sheet;

import dev.kassei.api.Activation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/** How other libraries define an activation. */
final class PeerFacts {
  private PeerFacts() {}

  /** One line a definition: the libraries that agree on it, and their defaults. */
  static List<String> of(Activation activation) {
    var libraries = new LinkedHashMap<Activation, List<String>>();
    activation
        .peers()
        .forEach(
            (library, definition) ->
                libraries.computeIfAbsent(definition, key -> new ArrayList<>()).add(library));
    return libraries.entrySet().stream()
        .map(entry -> String.join(", ", entry.getValue()) + defaults(entry.getKey()))
        .toList();
  }

  private static String defaults(Activation definition) {
    Map<String, String> components = Components.of(definition);
    return components.isEmpty()
        ? ""
        : components.entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", ", ": ", ""));
  }

  /** Writes the defaults of each library. */
  static void write(JsonGenerator json, Activation activation) {
    json.writeObjectPropertyStart("peers");
    activation
        .peers()
        .forEach((library, definition) -> Components.write(json, library, definition));
    json.writeEndObject();
  }
}
