package dev.kassei.api.expr;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects the mistakes of one text, to report them together. */
final class FormulaMistakes {
  private final String text;
  private final SortedMap<Integer, FormulaProblem> found = new TreeMap<>();
  private final Set<String> messages = new HashSet<>();
  private Optional<FormulaProblem> ofShapes = Optional.empty();

  FormulaMistakes(String text) {
    this.text = text;
  }

  /**
   * Adds one at {@code offset}, counted from 0, unless there is one already, or the same before.
   */
  void add(int offset, String message) {
    if (messages.add(message)) {
      found.putIfAbsent(offset, FormulaProblem.at(text, offset, message));
    }
  }

  /** Adds that values do not fit together, of which the first counts, if all else is right. */
  void addOfShapes(int offset, String message) {
    if (ofShapes.isEmpty()) {
      ofShapes = Optional.of(FormulaProblem.at(text, offset, message));
    }
  }

  /** Ends here if anything is wrong so far. */
  void throwIfAny() {
    if (!found.isEmpty()) {
      throw FormulaException.of(List.copyOf(found.values()));
    }
    if (ofShapes.isPresent()) {
      throw FormulaException.ofShapes(ofShapes.get());
    }
  }
}
