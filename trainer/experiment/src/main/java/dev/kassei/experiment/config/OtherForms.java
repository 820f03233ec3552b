package dev.kassei.experiment.config;

import dev.kassei.api.Activation;
import dev.kassei.experiment.config.advice.Suggestions;
import dev.kassei.experiment.config.tree.Keys;
import dev.kassei.experiment.plugin.Catalogue;
import dev.kassei.experiment.plugin.Families;
import dev.kassei.experiment.plugin.PluginEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a plugin with its keys is written that stands as a call, such as {@code leaky_relu(0.2)}, or
 * as the path of a file.
 */
final class OtherForms {
  private static final Pattern CALL = Pattern.compile("(?<name>[\\w.]+)\\((?<arguments>.+)\\)");
  private static final Pattern PLAIN = Pattern.compile("[\\w.+-]+");
  private static final Pattern FILE = Pattern.compile("(?i).*\\.(?<ending>csv|tsv|arff)(?:\\.gz)?");

  private OtherForms() {}

  /** What to write, as a part of a sentence; empty if a text is of no other form. */
  static Optional<String> advice(String text, Catalogue<?> catalogue) {
    return call(text, catalogue)
        .or(() -> file(text, catalogue))
        .map(map -> "; here it is {type: %s}".formatted(map));
  }

  private static Optional<String> file(String text, Catalogue<?> catalogue) {
    Matcher file = FILE.matcher(text);
    if (!catalogue.family().equals(Families.DATASET) || !file.matches()) {
      return Optional.empty();
    }
    String type = file.group("ending").equalsIgnoreCase("arff") ? "arff" : "csv";
    return Optional.of("%s, path: %s".formatted(type, text));
  }

  private static Optional<String> call(String text, Catalogue<?> catalogue) {
    Matcher call = CALL.matcher(text);
    return call.matches()
        ? Suggestions.known(catalogue.family().key(), call.group("name"), catalogue.allNames())
            .flatMap(catalogue::find)
            .filter(entry -> entry.type().isRecord())
            .map(entry -> keys(entry, call.group("arguments").split(" *, *")))
        : Optional.empty();
  }

  /**
   * The arguments by their keys; an ellipsis where one has no key or is no plain word. Without a
   * name an argument means the same everywhere only where it is the one of an activation that has
   * one key: the first of PyTorch's layers is the width of their input, and of its PReLU the number
   * of units.
   */
  private static String keys(PluginEntry<?> entry, String[] arguments) {
    List<String> known =
        RecordShape.of(entry.type()).keys().stream().filter(key -> !key.equals(Keys.NAME)).toList();
    var pairs = new ArrayList<String>(List.of(entry.name()));
    boolean isAlone =
        arguments.length == 1
            && known.size() == 1
            && Activation.class.isAssignableFrom(entry.type());
    for (String argument : arguments) {
      Optional<String> pair = pair(argument.split(" *= *", 2), isAlone, known);
      if (pair.isEmpty()) {
        return entry.name() + ", …";
      }
      pairs.add(pair.get());
    }
    return String.join(", ", pairs);
  }

  private static Optional<String> pair(String[] parts, boolean isAlone, List<String> known) {
    String value = parts[parts.length - 1];
    Optional<String> key =
        parts.length == 2
            ? Suggestions.nearestKey(parts[0], known)
            : known.stream().limit(isAlone ? 1 : 0).findFirst();
    return key.filter(each -> PLAIN.matcher(value).matches()).map(each -> each + ": " + value);
  }
}
