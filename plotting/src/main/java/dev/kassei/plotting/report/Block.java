package dev.kassei.plotting.report;

import static dev.kassei.api.value.Requirements.require;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One thing in a section of a report. */
public sealed interface Block {
  /** The result in words, in larger letters. */
  record Verdict(String text) implements Block {}

  /** Ordinary text; its lines stay lines. */
  record Paragraph(String text) implements Block {}

  /**
   * Sentences, each a point of its own.
   *
   * @param caption above them; may be empty
   */
  record Items(String caption, List<String> texts) implements Block {
    public Items {
      texts = List.copyOf(texts);
    }
  }

  /** Something the reader should not overlook. */
  record Warning(String text) implements Block {}

  /**
   * Several things the reader should not overlook, in one box.
   *
   * @param caption above them
   */
  record Warnings(String caption, List<String> texts) implements Block {
    public Warnings {
      texts = List.copyOf(texts);
    }
  }

  /**
   * A table.
   *
   * @param caption above it; may be empty
   * @param rows as many texts each as there are columns
   */
  record Table(String caption, List<Column> columns, List<List<String>> rows) implements Block {
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      for (List<String> row : rows) {
        require(
            row.size() == columns.size(),
            "a row of table '%s' needs %s texts but has %s",
            caption,
            columns.size(),
            row.size());
      }
    }
  }

  /**
   * The head of a column.
   *
   * @param numeric whether its texts are numbers, which stand to the right
   */
  record Column(String name, boolean numeric) {
    public static Column text(String name) {
      return new Column(name, false);
    }

    public static Column number(String name) {
      return new Column(name, true);
    }
  }

  /** Names and values, such as versions and settings, in the order of the map. */
  record Facts(List<Fact> facts) implements Block {
    public Facts {
      facts = List.copyOf(facts);
    }

    public static Facts of(Map<String, String> values) {
      List<Fact> facts = new ArrayList<>();
      values.forEach((name, value) -> facts.add(new Fact(name, value)));
      return new Facts(facts);
    }
  }

  /** A name and its value. */
  record Fact(String name, String value) {}

  /**
   * Files beside the page.
   *
   * @param links what they are called, by their paths from the page
   */
  record Links(Map<String, String> links) implements Block {
    public Links {
      links = Collections.unmodifiableMap(new LinkedHashMap<>(links));
    }
  }

  /**
   * Lines to be copied, such as a command or a file.
   *
   * @param caption above it; may be empty
   */
  record Code(String caption, String text) implements Block {}

  /**
   * Pictures side by side, as many as the window has room for. Surfaces among them can be turned
   * together; where they have frames, one slider moves all of them through time.
   *
   * @param caption above them; may be empty
   * @param frames what the positions of the slider are called, such as {@code epoch 100}; empty if
   *     nothing moves
   */
  record Pictures(String caption, List<String> frames, List<Picture> pictures) implements Block {
    public Pictures {
      frames = List.copyOf(frames);
      pictures = List.copyOf(pictures);
      for (Picture picture : pictures) {
        int heights = picture.frames().size();
        require(
            heights == 0 || heights == frames.size(),
            "the picture '%s' has %s frames, but there are %s names of frames",
            picture.panel().title(),
            heights,
            frames.size());
      }
    }

    /** Pictures of which none moves. */
    public static Pictures of(String caption, List<Picture> pictures) {
      return new Pictures(caption, List.of(), pictures);
    }
  }
}
