package dev.kassei.experiment.config.tree;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * Says in plain words what is wrong with a text that is no YAML: what the parser found is often the
 * end of something that began wrongly in a line before.
 */
final class SyntaxWords {
  private static final String NO_KEY = "could not find expected ':'";
  private static final String NO_VALUES = "mapping values are not allowed here";
  private static final String END_OF_QUOTE = "found unexpected end of stream";
  private static final String NO_DOCUMENT = "expected '<document start>'";
  private static final String NO_BLOCK_END = "expected <block end>";
  private static final Pattern NO_TOKEN =
      Pattern.compile("found character '(.+)' that cannot start any token.*", Pattern.DOTALL);
  private static final Pattern NO_ESCAPE =
      Pattern.compile("found unknown escape character (\\S)\\(.*");
  private static final Pattern IN_BRACKETS =
      Pattern.compile("expected ',' or '([\\]}])', but got (.+)");
  private static final Map<String, String> OPENING = Map.of("]", "[", "}", "{");

  private final SourceLines lines;

  SyntaxWords(SourceLines lines) {
    this.lines = lines;
  }

  SyntaxProblem of(MarkedYamlEngineException e) {
    Optional<Mark> mark = e.getProblemMark();
    String problem = String.valueOf(e.getProblem());
    if (mark.isEmpty()) {
      return new SyntaxProblem(0, 0, asTold(e));
    }
    return found(problem, mark.get(), e.getContextMark().orElse(mark.get()))
        .orElseGet(() -> at(mark.get(), asTold(e)));
  }

  private static SyntaxProblem at(Mark mark, String message) {
    return new SyntaxProblem(mark.getLine(), mark.getColumn(), message);
  }

  private static String asTold(MarkedYamlEngineException e) {
    String context = e.getContext() == null ? "" : e.getContext() + ": ";
    return (context + e.getProblem()).replace('\n', ' ').strip();
  }

  /**
   * The problem, if it is known.
   *
   * @param start where what the parser was reading begins
   */
  private Optional<SyntaxProblem> found(String problem, Mark mark, Mark start) {
    if (problem.equals(NO_VALUES)) {
      return Optional.of(secondColon(mark));
    }
    if (problem.startsWith(NO_KEY)) {
      return Optional.of(noKey(start.getLine()));
    }
    if (problem.equals(END_OF_QUOTE)) {
      return Optional.of(at(start, "the quote that opens here is not closed"));
    }
    if (problem.startsWith(NO_DOCUMENT) || problem.startsWith(NO_BLOCK_END)) {
      return Optional.of(noEnd(mark, start));
    }
    Matcher character = NO_TOKEN.matcher(problem);
    if (character.matches()) {
      return Optional.of(at(mark, noToken(character.group(1))));
    }
    Matcher escape = NO_ESCAPE.matcher(problem);
    if (escape.matches()) {
      return Optional.of(at(mark, noEscape(escape.group(1))));
    }
    Matcher brackets = IN_BRACKETS.matcher(problem);
    return brackets.matches()
        ? Optional.of(inBrackets(brackets.group(1), mark, start))
        : Optional.empty();
  }

  private static String noToken(String character) {
    return character.startsWith("\\t")
        ? "a tab stands here; indent with spaces"
        : "a value cannot begin with %s; put it in quotes".formatted(character);
  }

  private static String noEscape(String character) {
    return "\\%s means nothing within double quotes; write \\\\ for a backslash, or take single quotes"
        .formatted(character);
  }

  private SyntaxProblem inBrackets(String closing, Mark mark, Mark start) {
    String opening = OPENING.get(closing);
    String next = lines.from(mark);
    boolean isComma =
        mark.getLine() == start.getLine() && !next.isEmpty() && ":]}".indexOf(next.charAt(0)) < 0;
    if (isComma) {
      return at(mark, "expected ',' or '%s' before this".formatted(closing));
    }
    if (mark.getLine() > start.getLine()) {
      return at(start, "the '%s' that opens here is not closed".formatted(opening));
    }
    return at(
        mark,
        "the '%s' in column %s is not closed before this"
            .formatted(opening, start.getColumn() + 1));
  }

  /** A colon where none can be: behind another one, or in a line that continues the one before. */
  private SyntaxProblem secondColon(Mark mark) {
    int line = mark.getLine();
    if (lines.until(mark).strip().matches(".*:\\s.*")) {
      return at(mark, "a second ': ' in one line; put the value in quotes");
    }
    int before = lines.before(line);
    if (!lines.line(before).matches(".*:(\\s.*)?")) {
      return noKey(before);
    }
    return lines.indentation(line) > lines.indentation(before)
        ? new SyntaxProblem(
            line,
            lines.indentation(line),
            "this line is indented deeper than the one above it, which has its value already;"
                + " indent both alike")
        : at(mark, "a ':' cannot stand here; put the value in quotes");
  }

  /** A line without a key: its colon is another character, or lacks the space behind it. */
  private SyntaxProblem noKey(int line) {
    String text = lines.line(line).strip();
    int column = lines.indentation(line);
    Matcher tight = Pattern.compile("([^\\s:：=]+)\\s*([:：=])\\s*(\\S.*)").matcher(text);
    if (!tight.matches()) {
      String message = "expected a key, a colon and a space, such as 'dataset: xor', but found %s";
      return new SyntaxProblem(line, column, message.formatted(Words.quoted(text)));
    }
    String meant = tight.group(1) + ": " + tight.group(3);
    String reason =
        tight.group(2).equals(":")
            ? "a space is missing behind the colon"
            : "expected ':' and a space but found '%s'".formatted(tight.group(2));
    int place = column + lines.line(line).strip().indexOf(tight.group(2));
    return new SyntaxProblem(line, place, reason + "; write " + Words.quoted(meant));
  }

  private SyntaxProblem noEnd(Mark mark, Mark start) {
    String next = lines.from(mark);
    String before = lines.until(mark).stripTrailing();
    if (!next.isEmpty() && "]}".indexOf(next.charAt(0)) >= 0) {
      return at(mark, "'%s' closes nothing that was opened".formatted(next.charAt(0)));
    }
    if (before.endsWith("'") || before.endsWith("\"")) {
      return at(
          mark, "the quote ends before this; within single quotes a quote is written twice, ''");
    }
    String message =
        start == mark
            ? "this line is indented less than the first; begin all keys of a file in one column"
            : "this line is indented like none of those above it; indent it like those it belongs to";
    return new SyntaxProblem(mark.getLine(), lines.indentation(mark.getLine()), message);
  }
}
