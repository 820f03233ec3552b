package dev.kassei.builtins.dataset;

import dev.kassei.results.file.FileProblems;
import dev.kassei.results.text.Shortened;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds columns by what a configuration calls them.
 *
 * @param names one name a column
 * @param named whether the file itself gives these names
 */
record ColumnChoice(List<String> names, boolean named, FileProblems problems) {
  private static final String LAST = "last";
  private static final int LISTED = 20;

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
    problems.add(
        "there is no column '%s' %s; expected %s, a number from 1 to %s%s"
            .formatted(
                wanted, purpose, named ? "one of " + listed() : "a number", names.size(), others));
    return 0;
  }

  private String listed() {
    String all =
        names.stream().limit(LISTED).map(Shortened::text).collect(Collectors.joining(", "));
    return names.size() <= LISTED ? all : all + ", …";
  }
}
