package dev.kassei.cli.completion;

import java.util.List;

/**
 * What may be typed in one place.
 *
 * @param words to choose among, in order; there may be others
 * @param files whether files and folders may be, too
 * @param form how a word goes on
 */
record Values(List<String> words, boolean files, Form form) {
  /** How a word goes on. */
  enum Form {
    /** It ends. */
    ALONE,
    /** Others may follow behind commas. */
    LIST,
    /** A value follows behind an equals sign. */
    SETTING
  }

  /** What nothing is known about. */
  static final Values UNKNOWN = new Values(List.of(), false, Form.ALONE);

  static final Values FILES = new Values(List.of(), true, Form.ALONE);

  Values {
    words = List.copyOf(words);
  }

  static Values of(List<String> words) {
    return new Values(words, false, Form.ALONE);
  }

  Values orFiles() {
    return new Values(words, true, form);
  }

  Values as(Form other) {
    return new Values(words, files, other);
  }
}
