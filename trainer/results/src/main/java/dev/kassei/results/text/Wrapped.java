package dev.kassei.results.text;

import java.util.ArrayList;
import java.util.List;

/** Text in lines that end between words. */
public final class Wrapped {
  private Wrapped() {}

  /** The lines of a text; a word that has no room stands in a line of its own. */
  public static List<String> lines(String text, int room) {
    if (text.length() <= room) {
      return List.of(text);
    }
    String indent = text.substring(0, text.length() - text.stripLeading().length());
    var lines = new ArrayList<String>();
    var line = new StringBuilder(indent);
    for (String word : text.strip().split(" ", -1)) {
      boolean isBegun = line.length() > indent.length();
      if (isBegun && line.length() + 1 + word.length() > room) {
        lines.add(line.toString());
        line.setLength(indent.length());
        isBegun = false;
      }
      line.append(isBegun ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
