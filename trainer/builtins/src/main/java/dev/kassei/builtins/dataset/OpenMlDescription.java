package dev.kassei.builtins.dataset;

import dev.kassei.results.file.FileProblems;
import dev.kassei.results.json.JsonProblem;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What OpenML says of a data set, in XML as its Python client leaves it, or in JSON as its REST
 * interface returns it.
 *
 * @param targets the attributes to learn by default
 * @param ignored the attributes that are no features: those to ignore, and the number of the row
 */
record OpenMlDescription(Path file, List<String> targets, List<String> ignored) {
  private static final String XML = "description.xml";
  private static final String JSON = "description.json";
  private static final String ROOT = "data_set_description";

  /** A text under a key, alone or in a list. */
  private static final Pattern PLACE = Pattern.compile("/" + ROOT + "/(\\w+)(/\\d+)?");

  /** The description in a folder. */
  static OpenMlDescription in(Path folder) throws IOException {
    if (Files.isRegularFile(folder.resolve(XML))) {
      return xml(folder.resolve(XML));
    }
    if (Files.isRegularFile(folder.resolve(JSON))) {
      return json(folder.resolve(JSON));
    }
    throw new FileProblems(folder)
        .failure(
            "expected a folder of OpenML's cache with dataset.arff and %s or %s, such as"
                    .formatted(XML, JSON)
                + " org/openml/www/datasets/61");
  }

  private static OpenMlDescription of(Path file, Function<String, List<String>> values) {
    List<String> ignored =
        Stream.of("ignore_attribute", "row_id_attribute")
            .flatMap(key -> values.apply(key).stream())
            .flatMap(OpenMlDescription::names)
            .toList();
    List<String> targets =
        values.apply("default_target_attribute").stream()
            .flatMap(OpenMlDescription::names)
            .toList();
    return new OpenMlDescription(file, targets, ignored);
  }

  /** Several attributes may stand in one text, between commas. */
  private static Stream<String> names(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).filter(name -> !name.isEmpty());
  }

  private static OpenMlDescription xml(Path file) throws IOException {
    var factory = XMLInputFactory.newFactory();
    // a description has no document type, and so no entities that read other files
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      // characters, since of bytes that are no text Java's parser prints a line by itself
      XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text(file)));
      xml.nextTag();
      if (!xml.getLocalName().equals(ROOT)) {
        throw wrong(file, "expected <oml:%s> but was <%s>".formatted(ROOT, xml.getLocalName()));
      }
      Map<String, List<String>> texts = texts(xml);
      return of(file, key -> texts.getOrDefault(key, List.of()));
    } catch (XMLStreamException e) {
      throw wrong(file, "it is not the XML of a description: " + reason(e));
    }
  }

  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file).replaceFirst("^\uFEFF", "");
    } catch (CharacterCodingException e) {
      throw wrong(file, "expected a description, which is text in UTF-8, but it is not");
    }
  }

  /** In one line; Java's parser puts the place before it. */
  private static String reason(XMLStreamException e) {
    String message =
        String.valueOf(e.getMessage()).replaceFirst("(?s)^ParseError at .*Message: ", "");
    return Optional.ofNullable(e.getLocation())
        .map(place -> "line %s: %s".formatted(place.getLineNumber(), message))
        .orElse(message);
  }

  /** By name the texts of the elements that have no others within. */
  private static Map<String, List<String>> texts(XMLStreamReader xml) throws XMLStreamException {
    var texts = new HashMap<String, List<String>>();
    var text = new StringBuilder();
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> text.setLength(0);
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw new XMLStreamException("it refers to an entity, " + xml.getLocalName());
        case XMLStreamConstants.END_ELEMENT ->
            texts
                .computeIfAbsent(xml.getLocalName(), key -> new ArrayList<>())
                .add(text.toString());
        default -> {
          // comments and the like
        }
      }
    }
    return texts;
  }

  private static OpenMlDescription json(Path file) throws IOException {
    var texts = new HashMap<String, List<String>>();
    try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), text(file))) {
      while (json.nextToken() != null) {
        Matcher place = PLACE.matcher(json.streamReadContext().pathAsPointer().toString());
        if (json.currentToken() == JsonToken.VALUE_STRING && place.matches()) {
          texts.computeIfAbsent(place.group(1), key -> new ArrayList<>()).add(json.getString());
        }
      }
    } catch (JacksonException e) {
      throw wrong(file, JsonProblem.reason("it", e));
    }
    if (texts.isEmpty()) {
      throw wrong(file, "expected an object with the key '%s'".formatted(ROOT));
    }
    return of(file, key -> texts.getOrDefault(key, List.of()));
  }

  private static IllegalArgumentException wrong(Path file, String reason) {
    return new FileProblems(file).failure(reason);
  }

  /** The attribute to learn, where there is one by default. */
  String target() {
    if (targets.size() == 1) {
      return targets.get(0);
    }
    throw wrong(
        file,
        targets.isEmpty()
            ? "it names no attribute to learn; say which with label"
            : "it names several attributes to learn, %s; choose one with label"
                .formatted(String.join(", ", targets)));
  }
}
