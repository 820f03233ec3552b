package dev.kassei.experiment.config.tree;

import dev.kassei.experiment.config.tree.Node.Entry;
import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Node.Scalar;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * Merges one tree onto another: maps merge, everything else replaces, and so does a map of another
 * {@code type}. A bare word is a map with that type.
 */
public final class Overlay {
  private Overlay() {}

  static Node of(Node base, Node over) {
    Optional<String> type = type(over);
    if (type.isPresent() && !type.equals(type(base))) {
      return over;
    }
    if (over instanceof Mapping map) {
      return asMap(base).<Node>map(below -> merge(below, map)).orElse(over);
    }
    return type.isPresent() && base instanceof Mapping ? base : over;
  }

  /** The merged map; it stands where the upper one does, unless that is no file. */
  public static Mapping merge(Mapping base, Mapping over) {
    var merged = new LinkedHashMap<>(base.entries());
    over.entries()
        .forEach((key, entry) -> merged.merge(key, entry, (below, above) -> lay(below, above)));
    return new Mapping((over.location().isWhole() ? base : over).location(), merged);
  }

  private static Entry lay(Entry below, Entry above) {
    return new Entry(above.key(), of(below.value(), above.value()));
  }

  private static Optional<Mapping> asMap(Node node) {
    if (node instanceof Mapping map) {
      return Optional.of(map);
    }
    if (node instanceof Scalar scalar && !CoreSchema.isNull(scalar)) {
      return Optional.of(Node.typed(scalar));
    }
    return Optional.empty();
  }

  /** The type that a map or a bare word names. */
  public static Optional<String> type(Node node) {
    if (node instanceof Scalar scalar) {
      return CoreSchema.isText(scalar) ? Optional.of(scalar.text()) : Optional.empty();
    }
    if (!(node instanceof Mapping map)) {
      return Optional.empty();
    }
    return Keys.namesake(map).or(() -> map.get(Keys.TYPE).flatMap(value -> type(value)));
  }
}
