package dev.kassei.builtins.dataset;

import dev.kassei.api.text.EditDistance;
import dev.kassei.results.csv.Decimals;
import dev.kassei.results.file.FileProblems;
import dev.kassei.results.text.Shortened;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds columns by what a configuration calls them.
 *
 * @param names one name a column
 * @param named whether the file itself gives these names
 * @param first the cells of the first line, which may be names that were not read as such
 */
record ColumnChoice(List<String> names, boolean named, List<String> first, FileProblems problems) {
  private static final String LAST = "last";
  private static final int LISTED = 20;

  /** One letter of so many may be wrong, and names of fewer say nothing. */
  private static final int TELLING = 3;

  /** Longer texts are not somebody's slip. */
  private static final int LONGEST = 64;

  /** The index of the label column: by name, by number from 1, or {@code last}. */
  int label(String wanted) {
    boolean isLast = wanted.strip().equals(LAST) && !(named && names.contains(LAST));
    return isLast ? names.size() - 1 : index(wanted, "to be the label", ", or last");
  }

  /** The index of a column by name or by number from 1; 0 after a problem was added. */
  int index(String text, String purpose) {
    return index(text, purpose, "");
  }

  private int index(String text, String purpose, String others) {
    String wanted = text.strip();
    int[] matches =
        IntStream.range(0, names.size()).filter(i -> names.get(i).equals(wanted)).toArray();
    if (named && matches.length == 1) {
      return matches[0];
    }
    if (named && matches.length > 1) {
      problems.add(
          "'%s' names columns %s and %s; give its number"
              .formatted(wanted, matches[0] + 1, matches[1] + 1));
      return 0;
    }
    double number = Decimals.parse(wanted);
    if (number == Math.rint(number) && number >= 1 && number <= names.size()) {
      return (int) number - 1;
    }
    String hint = named ? nearest(wanted) : "";
    problems.add(
        "there is no column '%s' %s; %s %sa number from 1 to %s%s%s"
            .formatted(
                wanted,
                purpose,
                hint.isEmpty() ? "expected" : hint + " Expected",
                named ? "one of " + listed() + ", " : "",
                names.size(),
                others,
                !named && first.contains(wanted) ? "; if line 1 holds names: header: true" : ""));
    return 0;
  }

  /** The column that is written almost so, or whose name begins so, as a question; or nothing. */
  private String nearest(String wanted) {
    return names.stream()
        .filter(name -> isNear(bare(wanted), bare(name)))
        .min(Comparator.comparingInt(name -> EditDistance.between(bare(wanted), bare(name))))
        .map(name -> "did you mean '%s'?".formatted(Shortened.text(name)))
        .orElse("");
  }

  private static boolean isNear(String wanted, String name) {
    int shorter = Math.min(wanted.length(), name.length());
    return shorter >= TELLING
        && Math.max(wanted.length(), name.length()) <= LONGEST
        && (name.startsWith(wanted)
            || wanted.startsWith(name)
            || EditDistance.between(wanted, name) <= shorter / TELLING);
  }

  private static String bare(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private String listed() {
    String all =
        names.stream().limit(LISTED).map(Shortened::text).collect(Collectors.joining(", "));
    return names.size() <= LISTED ? all : all + ", …";
  }
}
