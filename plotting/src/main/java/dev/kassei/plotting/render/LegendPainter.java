package dev.kassei.plotting.render;

import dev.kassei.plotting.canvas.Canvas;
import dev.kassei.plotting.canvas.Pen;
import dev.kassei.plotting.canvas.Words;
import dev.kassei.plotting.figure.Artist;
import dev.kassei.plotting.figure.Artist.Anchor;
import dev.kassei.plotting.figure.Color;
import dev.kassei.plotting.figure.Legend;
import dev.kassei.plotting.figure.Marker;
import java.awt.Shape;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Draws the legend of the artists that have a label. */
final class LegendPainter {
  private static final double LINE_HEIGHT = 1.45 * Sizes.LABEL;
  private static final double HANDLE = 2 * Sizes.LABEL;
  private static final double PADDING = 0.4 * Sizes.LABEL;
  private static final double DISTANCE = 0.5 * Sizes.LABEL;
  private static final Color FRAME = new Color(0xcccccc);

  private final Canvas canvas;
  private final List<Artist> artists;

  LegendPainter(Canvas canvas, List<Artist> artists) {
    this.canvas = canvas;
    this.artists = artists.stream().filter(artist -> !artist.label().isEmpty()).toList();
  }

  boolean isEmpty() {
    return artists.isEmpty();
  }

  /** The room that a legend beside the axes needs. */
  double room() {
    return width() + 2 * DISTANCE;
  }

  private double width() {
    double labels = 0;
    for (Artist artist : artists) {
      labels = Math.max(labels, words(artist, 0, 0).width());
    }
    return 3 * PADDING + HANDLE + labels;
  }

  private static Words words(Artist artist, double x, double y) {
    return Words.of(artist.label(), x, y, Sizes.LABEL, Anchor.START);
  }

  /**
   * Draws the legend.
   *
   * @param taken the room to the right of the axes that is not free
   */
  void paint(Legend place, Plane plane, double taken) {
    Rectangle2D box = place == Legend.BEST ? best(plane) : box(place, plane.area());
    if (place == Legend.OUTSIDE) {
      box.setRect(box.getX() + taken, box.getY(), box.getWidth(), box.getHeight());
    }
    canvas.fill(box, Color.WHITE, 0.8);
    canvas.stroke(box, Pen.solid(FRAME, Sizes.LINE));
    for (int i = 0; i < artists.size(); i++) {
      double y = box.getY() + PADDING + (i + 0.5) * LINE_HEIGHT;
      handle(artists.get(i), box.getX() + PADDING, y);
      canvas.write(words(artists.get(i), box.getX() + 2 * PADDING + HANDLE, y));
    }
  }

  private Rectangle2D box(Legend place, Rectangle2D area) {
    double width = width();
    double height = 2 * PADDING + artists.size() * LINE_HEIGHT;
    boolean left = place == Legend.UPPER_LEFT || place == Legend.LOWER_LEFT;
    boolean lower = place == Legend.LOWER_LEFT || place == Legend.LOWER_RIGHT;
    double x = left ? area.getX() + DISTANCE : area.getMaxX() - DISTANCE - width;
    double y = lower ? area.getMaxY() - DISTANCE - height : area.getY() + DISTANCE;
    return place == Legend.OUTSIDE
        ? new Rectangle2D.Double(area.getMaxX() + DISTANCE, area.getY(), width, height)
        : new Rectangle2D.Double(x, y, width, height);
  }

  /** Where it hides least: a corner, or the middle of a side; of equal places the first. */
  private Rectangle2D best(Plane plane) {
    var ink = new Ink(plane, artists);
    return places(plane.area()).stream().min(Comparator.comparingDouble(ink::within)).orElseThrow();
  }

  private List<Rectangle2D> places(Rectangle2D area) {
    List<Rectangle2D> places = new ArrayList<>();
    for (Legend corner :
        List.of(Legend.UPPER_RIGHT, Legend.UPPER_LEFT, Legend.LOWER_LEFT, Legend.LOWER_RIGHT)) {
      places.add(box(corner, area));
    }
    Rectangle2D first = places.get(0);
    Rectangle2D opposite = places.get(2);
    double middleX = area.getCenterX() - first.getWidth() / 2;
    double middleY = area.getCenterY() - first.getHeight() / 2;
    places.add(at(first.getX(), middleY, first));
    places.add(at(opposite.getX(), middleY, first));
    places.add(at(middleX, opposite.getY(), first));
    places.add(at(middleX, first.getY(), first));
    return places;
  }

  private static Rectangle2D at(double x, double y, Rectangle2D size) {
    return new Rectangle2D.Double(x, y, size.getWidth(), size.getHeight());
  }

  private void handle(Artist artist, double x, double y) {
    Shape line = Outlines.line(x, y, x + HANDLE, y);
    var middle = new Point2D.Double(x + HANDLE / 2, y);
    Rectangle2D patch =
        new Rectangle2D.Double(x, y - 0.35 * Sizes.LABEL, HANDLE, 0.7 * Sizes.LABEL);
    if (artist instanceof Artist.Line a) {
      canvas.stroke(line, new Pen(a.color(), a.width() * Sizes.POINT, a.style()));
    } else if (artist instanceof Artist.Reference a) {
      canvas.stroke(line, new Pen(a.color(), Sizes.POINT, a.style()));
    } else if (artist instanceof Artist.Points a) {
      ArtistPainter.paint(canvas, a, middle);
    } else if (artist instanceof Artist.Intervals a) {
      canvas.stroke(line, Pen.solid(a.color(), 1.5 * Sizes.POINT));
      canvas.fill(Outlines.marker(Marker.CIRCLE, middle, 6 * Sizes.POINT), a.color(), 1);
    } else if (artist instanceof Artist.Band a) {
      canvas.fill(patch, a.color(), a.opacity());
    } else if (artist instanceof Artist.Steps a) {
      canvas.fill(patch, a.color(), a.opacity());
    } else if (artist instanceof Artist.Bars a) {
      canvas.fill(patch, a.color(), 1);
    } else if (artist instanceof Artist.Boxes a) {
      canvas.fill(patch, a.color(), 0.35);
    }
  }
}
