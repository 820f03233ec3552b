package dev.kassei.testkit;

import java.util.List;

/**
 * One clause of the contract of a family: what its plugins promise, and how that is checked.
 *
 * @param <T> the family's interface, such as {@code Loss}
 */
public interface Clause<T> {
  /** The name, such as {@code ROWS}. */
  String name();

  /** What a plugin that passes does, such as {@code treats each row alone}. */
  String promise();

  /** Checks the clause; nothing found means that it holds. */
  List<Finding> run(T plugin);
}
