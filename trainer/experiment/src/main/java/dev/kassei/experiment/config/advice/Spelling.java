package dev.kassei.experiment.config.advice;

import dev.kassei.api.text.EditDistance;
import dev.kassei.api.text.Slip;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Names that differ from another by how they are written. */
final class Spelling {
  /** Texts that are longer are not somebody's slip. */
  private static final int LONGEST = 64;

  private Spelling() {}

  /** Without case, punctuation, the modules in front of it and the arguments behind it. */
  static String bare(String name) {
    return name.replaceFirst("\\(.*\\)$", "")
        .replaceFirst("^(?:[A-Za-z_]\\w*\\.)+(?=[A-Za-z_])", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** The known name that has the same letters. */
  static Optional<String> same(String given, Collection<String> known) {
    String bare = bare(given);
    return known.stream().filter(name -> !bare.isEmpty() && bare(name).equals(bare)).findFirst();
  }

  /** The known name of which the one given can only be a slip, since it means nothing else. */
  static Optional<String> slip(String given, Collection<String> known) {
    return nearest(given, known, name -> isSlip(words(given), words(name)));
  }

  /** Word by word, since one letter in {@code leaky_relu} makes other functions of it. */
  private static boolean isSlip(List<String> given, List<String> meant) {
    if (given.size() != meant.size()) {
      return Slip.is(String.join("", given), String.join("", meant));
    }
    return IntStream.range(0, given.size())
        .allMatch(i -> given.get(i).equals(meant.get(i)) || Slip.is(given.get(i), meant.get(i)));
  }

  private static List<String> words(String name) {
    String spaced = name.replaceAll("(?<=[a-z0-9]{3})(?=[A-Z])", " ");
    return Arrays.stream(spaced.split("[^\\p{L}\\p{N}]+"))
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
  }

  /** The known name that is nearest, of a few that all can be meant. */
  static Optional<String> near(String given, Collection<String> known) {
    String bare = bare(given);
    int allowed = Math.max(1, bare.length() / 3);
    return nearest(
        given,
        known,
        name ->
            EditDistance.between(bare, bare(name)) <= Math.min(allowed, bare.length() - 1)
                && Slip.hasEqualDigits(bare, bare(name)));
  }

  /** Of equally near names the one whose beginning is right is meant. */
  private static Optional<String> nearest(
      String given, Collection<String> known, Predicate<String> canBe) {
    String bare = bare(given);
    if (bare.isEmpty() || bare.length() > LONGEST) {
      return Optional.empty();
    }
    return known.stream()
        .filter(canBe)
        .min(
            Comparator.comparingInt((String name) -> EditDistance.between(bare, bare(name)))
                .thenComparingInt(name -> -commonPrefix(bare, bare(name))));
  }

  private static int commonPrefix(String a, String b) {
    int length = 0;
    while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
      length++;
    }
    return length;
  }
}
