package dev.kassei.plotting.report;

import static dev.kassei.api.value.Requirements.require;

import java.util.List;

/**
 * A page. All texts are plain text, from wherever they come: the writer escapes them.
 *
 * @param title at the top, and the name of the window
 * @param subtitle a line beneath the title; may be empty
 * @param sections from top to bottom; those with a title are linked at the top
 */
public record Report(String title, String subtitle, List<Section> sections) {
  public Report {
    sections = List.copyOf(sections);
    require(!title.isBlank(), "a report needs a title");
  }

  /**
   * A part of the page.
   *
   * @param title above it; may be empty
   */
  public record Section(String title, List<Block> blocks) {
    public Section {
      blocks = List.copyOf(blocks);
    }

    public static Section of(String title, Block... blocks) {
      return new Section(title, List.of(blocks));
    }
  }
}
