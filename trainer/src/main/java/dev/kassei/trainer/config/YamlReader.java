package dev.kassei.trainer.config;

import dev.kassei.trainer.config.DottedKeys.Piece;
import dev.kassei.trainer.config.Node.Entry;
import dev.kassei.trainer.config.Node.Mapping;
import dev.kassei.trainer.config.Node.Scalar;
import dev.kassei.trainer.config.Node.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML text into a located tree: aliases and merge keys resolved, dotted keys nested,
 * keys that start with {@code x-} left out. Depth and number of values are bounded after aliases
 * are resolved, so a small text cannot fill the memory.
 */
final class YamlReader {
  static final int MAX_DEPTH = 100;
  static final int MAX_NODES = 200_000;
  private static final String MERGE = "<<";
  private static final String IGNORED = "x-";
  private static final String YAML_TAG = "tag:yaml.org,2002:";
  private static final String TEXT_TAG = YAML_TAG + "str";

  private final Location whole;
  private final Problems problems;
  private final DottedKeys dottedKeys;
  private final Map<String, Built> anchors = new HashMap<>();
  private final Iterator<Event> events;
  private int nodes;

  /**
   * @param whole the text as a whole; if it has no lines (an override), every place in it is the
   *     whole
   */
  private YamlReader(Location whole, String text, Problems problems) {
    this.whole = whole;
    this.problems = problems;
    this.dottedKeys = new DottedKeys(problems);
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(whole.source())
            .setCodePointLimit(Math.max(1, text.length()))
            .build();
    this.events = new Parse(settings).parseString(text).iterator();
  }

  /** A tree with its size and height after aliases are resolved. */
  private record Built(Node node, int size, int height) {}

  /** Reads a configuration file's text, which is a map. */
  static Mapping document(String source, String text, Problems problems) {
    Node node = read(new Location(source, 1, 1), text, problems);
    if (node instanceof Mapping map) {
      return map;
    }
    throw problems.fatal(
        node.location(),
        "",
        "expected a map of keys and values, such as 'dataset: xor', but was " + Words.of(node));
  }

  /** Reads any value; an empty text is an empty scalar. */
  static Node value(Location location, String text, Problems problems) {
    return read(location, text, problems);
  }

  private static Node read(Location whole, String text, Problems problems) {
    try {
      return new YamlReader(whole, text, problems).document();
    } catch (MarkedYamlEngineException e) {
      throw problems.fatal(place(whole, e.getProblemMark()), "", "not YAML: " + reason(e));
    } catch (ReaderException e) {
      throw problems.fatal(place(whole, text, e.getPosition()), "", forbidden(e));
    } catch (YamlEngineException | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw problems.fatal(whole, "", "not YAML: " + e.getMessage());
    }
  }

  private static String forbidden(ReaderException e) {
    return String.format(
        Locale.ROOT,
        "not YAML: the character U+%04X is not allowed; write it as \"\\u%04X\"",
        e.getCodePoint(),
        e.getCodePoint());
  }

  /** The place of a character that stands after {@code position} others. */
  private static Location place(Location whole, String text, int position) {
    if (whole.isWhole()) {
      return whole;
    }
    int[] before = text.codePoints().limit(position).toArray();
    int line = 1;
    int column = 1;
    for (int character : before) {
      line += character == '\n' ? 1 : 0;
      column = character == '\n' ? 1 : column + 1;
    }
    return new Location(whole.source(), line, column);
  }

  private static String reason(MarkedYamlEngineException e) {
    String context = e.getContext() == null ? "" : e.getContext() + ": ";
    return (context + e.getProblem()).replace('\n', ' ').strip();
  }

  private static Location place(Location whole, Optional<Mark> mark) {
    if (whole.isWhole() || mark.isEmpty()) {
      return whole;
    }
    return new Location(whole.source(), mark.get().getLine() + 1, mark.get().getColumn() + 1);
  }

  private Location place(Event event) {
    return place(whole, event.getStartMark());
  }

  private Node document() {
    events.next();
    Event start = events.next();
    if (start.getEventId() == Event.ID.StreamEnd) {
      return new Scalar(whole, "", true);
    }
    Node node = build(events.next(), "", 1).node();
    events.next();
    Event next = events.next();
    if (next.getEventId() != Event.ID.StreamEnd) {
      throw problems.fatal(
          place(next), "", "a second document begins here; write one document in each file");
    }
    return node;
  }

  private Built build(Event event, String path, int depth) {
    if (event instanceof AliasEvent alias) {
      return resolve(alias, path, depth);
    }
    bound(event, 1, depth);
    Built built = fresh(event, path, depth);
    if (event instanceof NodeEvent node) {
      node.getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), built));
    }
    return built;
  }

  private Built fresh(Event event, String path, int depth) {
    if (event instanceof ScalarEvent scalar) {
      return new Built(scalar(scalar, path), 1, 1);
    }
    if (event instanceof SequenceStartEvent sequence) {
      refuseTag(event, sequence.getTag(), path);
      return sequence(event, path, depth);
    }
    refuseTag(event, ((MappingStartEvent) event).getTag(), path);
    return mapping(event, path, depth);
  }

  private Built resolve(AliasEvent alias, String path, int depth) {
    String name = alias.getAlias().getValue();
    Built built = anchors.get(name);
    if (built == null) {
      throw problems.fatal(
          place(alias), path, "no '&%s' stands before this '*%s'".formatted(name, name));
    }
    bound(alias, built.size(), depth + built.height() - 1);
    return built;
  }

  private void bound(Event event, int more, int depth) {
    nodes += more;
    if (nodes > MAX_NODES) {
      throw problems.fatal(
          place(event),
          "",
          "more than %s values, counting each alias as what it stands for".formatted(MAX_NODES));
    }
    if (depth > MAX_DEPTH) {
      throw problems.fatal(place(event), "", "nested deeper than " + MAX_DEPTH + " levels");
    }
  }

  private Scalar scalar(ScalarEvent event, String path) {
    Optional<String> tag = event.getTag();
    boolean text = tag.isPresent() && (tag.get().equals(TEXT_TAG) || tag.get().equals("!"));
    if (!text) {
      refuseTag(event, tag, path);
    }
    return new Scalar(place(event), event.getValue(), event.isPlain() && !text);
  }

  private void refuseTag(Event event, Optional<String> tag, String path) {
    tag.ifPresent(
        name -> {
          String shown = name.replace(YAML_TAG, "!!");
          problems.add(place(event), path, "the tag '%s' has no meaning".formatted(shown));
        });
  }

  private Built sequence(Event start, String path, int depth) {
    var items = new ArrayList<Node>();
    int size = 1;
    int height = 0;
    for (Event event = events.next(); !ends(event); event = events.next()) {
      Built item = build(event, Paths.item(path, items.size()), depth + 1);
      items.add(item.node());
      size += item.size();
      height = Math.max(height, item.height());
    }
    return new Built(new Sequence(place(start), items), size, height + 1);
  }

  private static boolean ends(Event event) {
    return event.getEventId() == Event.ID.SequenceEnd || event.getEventId() == Event.ID.MappingEnd;
  }

  private Built mapping(Event start, String path, int depth) {
    var seen = new LinkedHashMap<String, Location>();
    var pieces = new ArrayList<Piece>();
    var merged = new ArrayList<Mapping>();
    int size = 1;
    int height = 0;
    for (Event event = events.next(); !ends(event); event = events.next()) {
      Optional<Scalar> key = key(event, path, depth);
      String name = key.map(Scalar::text).orElse("?");
      Event first = events.next();
      Built value = build(first, Paths.key(path, name), depth + 1);
      size += 1 + value.size();
      height = Math.max(height, value.height());
      if (key.isEmpty() || name.startsWith(IGNORED) || isTwice(key.get(), path, seen)) {
        continue;
      }
      if (key.get().plain() && name.equals(MERGE)) {
        merged.addAll(maps(value.node(), place(first), path));
        continue;
      }
      Optional<Piece> piece = piece(key.get(), value.node(), path);
      piece.ifPresent(pieces::add);
      height = Math.max(height, value.height() + piece.map(p -> p.rest().size()).orElse(1) - 1);
    }
    bound(start, 0, depth + height);
    Mapping own = dottedKeys.nest(place(start), pieces, path);
    return new Built(merge(own, merged), size, height + 1);
  }

  private boolean isTwice(Scalar key, String path, Map<String, Location> seen) {
    Location first = seen.putIfAbsent(key.text(), key.location());
    if (first == null) {
      return false;
    }
    problems.add(key.location(), Paths.key(path, key.text()), DottedKeys.twice(first));
    return true;
  }

  private Optional<Scalar> key(Event event, String path, int depth) {
    Node key = build(event, path, depth + 1).node();
    if (key instanceof Scalar scalar) {
      return Optional.of(scalar);
    }
    problems.add(key.location(), path, "a key must be a word but was " + Words.of(key));
    return Optional.empty();
  }

  private Optional<Piece> piece(Scalar key, Node value, String path) {
    List<String> keys = List.of(key.text().split("\\.", -1));
    if (keys.size() > 1 && keys.contains("")) {
      problems.add(
          key.location(),
          Paths.key(path, key.text()),
          "a name is missing beside a dot in this key");
      return Optional.empty();
    }
    return Optional.of(new Piece(keys, key.location(), value));
  }

  private List<Mapping> maps(Node value, Location location, String path) {
    List<Node> items = value instanceof Sequence sequence ? sequence.items() : List.of(value);
    var maps = new ArrayList<Mapping>();
    for (Node item : items) {
      if (item instanceof Mapping map) {
        maps.add(map);
      } else {
        problems.add(
            location, path, "'<<' takes a map or a list of maps but was " + Words.of(item));
      }
    }
    return maps;
  }

  /** The map's own keys come before merged ones, and merged maps in their order. */
  private static Mapping merge(Mapping own, List<Mapping> merged) {
    if (merged.isEmpty()) {
      return own;
    }
    Map<String, Entry> entries = new LinkedHashMap<>(own.entries());
    merged.forEach(map -> map.entries().forEach(entries::putIfAbsent));
    return new Mapping(own.location(), entries);
  }
}
