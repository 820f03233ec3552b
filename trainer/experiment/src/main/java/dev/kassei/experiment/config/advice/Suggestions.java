package dev.kassei.experiment.config.advice;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What somebody most likely meant by a name or key that is not known, as a part of a sentence. */
public final class Suggestions {
  /** What other libraries call a value, without case and punctuation → the values here. */
  private static final Map<String, List<String>> VALUES =
      Map.of(
          "float64", List.of("double", "f64", "fp64", "64"),
          "float32", List.of("float", "single", "f32", "fp32", "32"),
          "all", List.of("full", "fullbatch"),
          "pytorch", List.of("torch"));

  private static final int LISTED = 5;

  private Suggestions() {}

  /** What other libraries call a plugin of any family, where it is here or comes near. */
  public static Optional<String> forAnyPlugin(String given) {
    return ForeignNames.all().stream()
        .filter(foreign -> foreign.isCalled(given))
        .min(Comparator.comparing(ForeignName::relation))
        .map(ForeignName::advice);
  }

  /** The plugin of a family that is the same as what others call so; else the name as it is. */
  public static String translated(String family, String given) {
    return ForeignNames.find(family, given)
        .filter(foreign -> foreign.relation() == ForeignName.Relation.SAME)
        .map(ForeignName::here)
        .orElse(given);
  }

  /** The known plugin that is the same as what others call so, or has the same letters. */
  public static Optional<String> known(String family, String given, Collection<String> known) {
    String translated = translated(family, given);
    return known.contains(translated) ? Optional.of(translated) : Spelling.same(given, known);
  }

  /** What is meant by the name of a plugin of a family, which is given by its key. */
  public static String forPlugin(String family, String given, Collection<String> known) {
    Optional<ForeignName> foreign = ForeignNames.find(family, given);
    if (foreign.isPresent() && foreign.get().relation() == ForeignName.Relation.SAME) {
      return foreign.get().advice();
    }
    return Spelling.same(given, known)
        .map(Suggestions::question)
        .or(() -> foreign.map(ForeignName::advice))
        .or(() -> Spelling.slip(given, known).map(Suggestions::question))
        .orElse("");
  }

  /** What is meant by a key that is not known in a map. */
  public static String forKey(String key, KeyMap map, KnownKeys keys) {
    Optional<String> same = Spelling.same(key, map.known());
    if (same.isPresent()) {
      return question(same.get());
    }
    return ForeignKeys.find(key, map)
        .map(ForeignKey::advice)
        .or(() -> ofOthers(keys.owners(map.path(), key)))
        .or(() -> elsewhere(key, map, keys).map("; it belongs at %s"::formatted))
        .or(() -> translated(key, map, keys).map("; here it is %s"::formatted))
        .or(() -> slip(key, map))
        .orElse("");
  }

  private static Optional<String> ofOthers(List<String> plugins) {
    if (plugins.isEmpty()) {
      return Optional.empty();
    }
    String some = plugins.stream().limit(LISTED).collect(Collectors.joining(", "));
    return Optional.of("; it is a key of " + some + (plugins.size() > LISTED ? ", …" : ""));
  }

  private static Optional<String> translated(String key, KeyMap map, KnownKeys keys) {
    return ForeignKeys.translations(key)
        .flatMap(name -> elsewhere(name, map, keys).stream())
        .findFirst();
  }

  /** A layer of a list is no place to look for keys of the experiment. */
  private static Optional<String> elsewhere(String key, KeyMap map, KnownKeys keys) {
    List<String> paths = map.isInList() ? List.of() : keys.places(key);
    return paths.isEmpty()
        ? Optional.empty()
        : Optional.of(paths.stream().map("'%s'"::formatted).collect(Collectors.joining(" or ")));
  }

  /** A key that is known of other libraries can be meant as it is. */
  private static Optional<String> slip(String key, KeyMap map) {
    Optional<String> slip = Spelling.slip(key, map.known());
    return slip.or(() -> ForeignKeys.has(key) ? Optional.empty() : Spelling.near(key, map.known()))
        .map(Suggestions::question);
  }

  /** The one of a few words, such as commands, that is nearest by spelling. */
  public static Optional<String> nearestWord(String given, Collection<String> known) {
    return Spelling.same(given, known).or(() -> Spelling.near(given, known));
  }

  /** The key, of whatever map, that is meant by what others call it or by spelling. */
  public static Optional<String> nearestKey(String given, Collection<String> known) {
    return ForeignKeys.translations(given)
        .filter(known::contains)
        .findFirst()
        .or(() -> nearestWord(given, known));
  }

  /** The one of a few values that is meant. */
  public static Optional<String> nearest(String given, Collection<String> known) {
    String bare = Spelling.bare(given);
    return Spelling.same(given, known)
        .or(() -> known.stream().filter(name -> isCalled(bare, name)).findFirst())
        .or(() -> Spelling.slip(given, known));
  }

  /** The nearest of a few values as a question, or nothing. */
  public static String didYouMean(String given, Collection<String> known) {
    return nearest(given, known).map(Suggestions::question).orElse("");
  }

  private static boolean isCalled(String bare, String name) {
    return VALUES.getOrDefault(name, List.of()).contains(bare);
  }

  private static String question(String name) {
    return "; did you mean '%s'?".formatted(name);
  }
}
