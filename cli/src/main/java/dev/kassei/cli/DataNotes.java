package dev.kassei.cli;

import dev.kassei.api.Target;
import dev.kassei.trainer.dataset.SplitData;
import java.io.PrintWriter;

/** What was decided about data that could be read in several ways. */
final class DataNotes {
  private DataNotes() {}

  /** Prints how files were read, if there was a choice, a line each. */
  static void print(SplitData data, PrintWriter out) {
    data.notes().forEach(out::println);
  }

  /** What there is to learn, such as {@code classification with 3 classes}. */
  static String task(Target target) {
    if (target.isClasses()) {
      return "classification with " + target.classes().size() + " classes";
    }
    int columns = target.columns();
    return "regression with " + columns + (columns == 1 ? " target" : " targets");
  }
}
