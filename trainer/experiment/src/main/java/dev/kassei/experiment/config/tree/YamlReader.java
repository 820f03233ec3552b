package dev.kassei.experiment.config.tree;

import dev.kassei.experiment.config.tree.DottedKeys.Piece;
import dev.kassei.experiment.config.tree.KeyMistakes.Pair;
import dev.kassei.experiment.config.tree.Node.Entry;
import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Node.Scalar;
import dev.kassei.experiment.config.tree.Node.Sequence;
import dev.kassei.experiment.config.tree.YamlTokens.Kind;
import dev.kassei.experiment.config.tree.YamlTokens.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * Reads one YAML text into a located tree: aliases and merge keys resolved, dotted keys nested,
 * keys that start with {@code x-} left out. Depth and number of values are bounded after aliases
 * are resolved, so a small text cannot fill the memory.
 */
public final class YamlReader {
  static final int MAX_DEPTH = 100;
  static final int MAX_NODES = 200_000;
  private static final String MERGE = "<<";
  private static final String IGNORED = "x-";
  private static final String YAML_TAG = "tag:yaml.org,2002:";
  private static final List<String> TEXT_TAGS = List.of(YAML_TAG + "str", "!");

  private final Location whole;
  private final Problems problems;
  private final DottedKeys dottedKeys;
  private final KeyForm form;
  private final Map<String, Built> anchors = new HashMap<>();
  private final YamlTokens tokens;
  private final KeyMistakes mistakes;
  private int nodes;

  private YamlReader(Location whole, String text, KeyForm form, Problems problems) {
    this.whole = whole;
    this.problems = problems;
    this.dottedKeys = new DottedKeys(problems);
    this.form = form;
    this.tokens = new YamlTokens(whole, text);
    this.mistakes = new KeyMistakes(text, problems);
  }

  /** A tree with its size and height after aliases are resolved. */
  private record Built(Node node, int size, int height) {}

  /** Reads a configuration file's text, which is a map, into a form. */
  public static Mapping document(String source, String text, KeyForm form, Problems problems) {
    Node node = read(new Location(source, 1, 1), text, "", form, problems);
    if (node instanceof Mapping map) {
      return form.canonical(map, problems);
    }
    throw problems.fatal(
        node.location(),
        "",
        "expected a map of keys and values, such as 'dataset: xor', but was " + Words.of(node));
  }

  /** Reads any value; an empty text is an empty scalar. */
  public static Node value(Location location, String text, Problems problems) {
    return read(location, text, "", KeyForm.NESTED, problems);
  }

  /** Reads a value that stands at a path, with its keys as a form has them there. */
  static Node read(Location whole, String text, String path, KeyForm form, Problems problems) {
    try {
      return new YamlReader(whole, text, form, problems).document(path);
    } catch (JacksonException | IndexOutOfBoundsException | IllegalArgumentException e) {
      problems.add(SyntaxProblem.of(e, whole, text));
      throw problems.exception();
    }
  }

  private Node document(String path) {
    Token first = tokens.next();
    if (first.kind() == Kind.END) {
      return new Scalar(whole, "", true);
    }
    Node node = build(first, path, 1).node();
    Token next = tokens.next();
    if (next.kind() != Kind.END) {
      throw problems.fatal(
          next.place(), "", "a second document begins here; write one document in each file");
    }
    return node;
  }

  private Built build(Token token, String path, int depth) {
    if (token.kind() == Kind.ALIAS) {
      return resolve(token, path, depth);
    }
    bound(token, 1, depth);
    Built built = fresh(token, path, depth);
    token.anchor().ifPresent(anchor -> anchors.put(anchor, built));
    return built;
  }

  private Built fresh(Token token, String path, int depth) {
    if (token.kind() == Kind.SCALAR) {
      return new Built(scalar(token, path), 1, 1);
    }
    refuseTag(token, path);
    return token.kind() == Kind.LIST ? sequence(token, path, depth) : mapping(token, path, depth);
  }

  private Built resolve(Token alias, String path, int depth) {
    String name = alias.text();
    Built built = anchors.get(name);
    if (built == null) {
      throw problems.fatal(
          alias.place(), path, "no '&%s' stands before this '*%s'".formatted(name, name));
    }
    bound(alias, built.size(), depth + built.height() - 1);
    return built;
  }

  private void bound(Token token, int more, int depth) {
    nodes += more;
    if (nodes > MAX_NODES) {
      throw problems.fatal(
          token.place(),
          "",
          "more than %s values, counting each alias as what it stands for".formatted(MAX_NODES));
    }
    if (depth > MAX_DEPTH) {
      throw problems.fatal(token.place(), "", "nested deeper than " + MAX_DEPTH + " levels");
    }
  }

  private Scalar scalar(Token token, String path) {
    boolean text = token.tag().filter(TEXT_TAGS::contains).isPresent();
    if (!text) {
      refuseTag(token, path);
    }
    return new Scalar(token.place(), token.text(), token.plain() && !text);
  }

  private void refuseTag(Token token, String path) {
    token
        .tag()
        .map(name -> "the tag '%s' has no meaning".formatted(name.replace(YAML_TAG, "!!")))
        .ifPresent(message -> problems.add(token.place(), path, message));
  }

  private Built sequence(Token start, String path, int depth) {
    var items = new ArrayList<Node>();
    int size = 1;
    int height = 0;
    for (Token token = tokens.next(); token.kind() != Kind.END; token = tokens.next()) {
      Built item = build(token, Paths.item(path, items.size()), depth + 1);
      items.add(item.node());
      size += item.size();
      height = Math.max(height, item.height());
    }
    return new Built(new Sequence(start.place(), items), size, height + 1);
  }

  private Built mapping(Token start, String path, int depth) {
    var seen = new LinkedHashMap<String, Location>();
    var pieces = new ArrayList<Piece>();
    var merged = new ArrayList<Mapping>();
    int size = 1;
    int height = 0;
    for (Token token = tokens.next(); token.kind() != Kind.END; token = tokens.next()) {
      Optional<Scalar> written = key(token, path, depth);
      String name = written.map(Scalar::text).orElse("?");
      Token first = tokens.next();
      Built value = build(first, Paths.key(path, name), depth + 1);
      size += 1 + value.size();
      height = Math.max(height, value.height());
      if (written.isEmpty() || name.startsWith(IGNORED) || isTwice(written.get(), path, seen)) {
        continue;
      }
      if (written.get().plain() && name.equals(MERGE)) {
        merged.addAll(maps(value.node(), first.place(), path));
        continue;
      }
      Pair meant = mistakes.meant(written.get(), value.node(), path);
      Optional<Piece> piece = piece(meant.key(), meant.value(), path);
      piece.ifPresent(pieces::add);
      height = Math.max(height, value.height() + piece.map(p -> p.rest().size()).orElse(1) - 1);
    }
    bound(start, 0, depth + height);
    Mapping own =
        form.staysDotted(path)
            ? DottedKeys.asTyped(start.place(), pieces)
            : dottedKeys.nest(start.place(), pieces, path);
    return new Built(merge(own, merged), size, height + 1);
  }

  private boolean isTwice(Scalar key, String path, Map<String, Location> seen) {
    Location first = seen.putIfAbsent(key.text(), key.location());
    if (first == null) {
      return false;
    }
    mistakes.twice(key, first, path);
    return true;
  }

  private Optional<Scalar> key(Token token, String path, int depth) {
    Node key = build(token, path, depth + 1).node();
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
