package dev.kassei.plotting.figure;

import java.util.List;

/**
 * Two axes and what is drawn between them, the first artist at the bottom.
 *
 * @param alternative what the panel shows, in words
 */
public record Axes2D(
    String title,
    String alternative,
    Axis x,
    Axis y,
    List<Artist> artists,
    Legend legend,
    Frame frame)
    implements Panel {
  /** What surrounds the artists. */
  public enum Frame {
    /** Lines on four sides. */
    BOX,
    /** Neither lines nor ticks nor labels, for diagrams. */
    NONE
  }

  public Axes2D {
    artists = List.copyOf(artists);
  }

  /** A panel with a frame and a legend where it hides least. */
  public static Axes2D of(String title, Axis x, Axis y, List<Artist> artists) {
    String words = title + ": " + y.label() + " over " + x.label();
    return new Axes2D(title, words, x, y, artists, Legend.BEST, Frame.BOX);
  }

  public Axes2D withAlternative(String words) {
    return new Axes2D(title, words, x, y, artists, legend, frame);
  }

  public Axes2D withLegend(Legend place) {
    return new Axes2D(title, alternative, x, y, artists, place, frame);
  }

  public Axes2D withFrame(Frame around) {
    return new Axes2D(title, alternative, x, y, artists, legend, around);
  }
}
