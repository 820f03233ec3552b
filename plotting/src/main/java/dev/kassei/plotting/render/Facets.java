package dev.kassei.plotting.render;

import dev.kassei.plotting.axis.Interval;
import dev.kassei.plotting.canvas.Tile;
import dev.kassei.plotting.figure.Surface;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The visible pieces of a surface, the farthest first; corners without a number leave a hole. */
final class Facets {
  private final Surface surface;
  private final Box box;
  private final List<Facet> facets = new ArrayList<>();

  private Facets(Surface surface, Box box) {
    this.surface = surface;
    this.box = box;
  }

  /** One quadrilateral. */
  private record Facet(double[] corners, double height, double depth) {}

  static List<Tile> of(Surface surface, Box box) {
    var pieces = new Facets(surface, box);
    Mesh mesh = Mesh.of(surface.x().length, surface.y().length);
    for (int row = 0; row < mesh.rows().length - 1; row++) {
      for (int column = 0; column < mesh.columns().length - 1; column++) {
        pieces.add(mesh.corners(column, row));
      }
    }
    return pieces.tiles();
  }

  private void add(int[][] corners) {
    double[] places = new double[2 * corners.length];
    double depth = 0;
    double height = 0;
    for (int i = 0; i < corners.length; i++) {
      double z = surface.z()[corners[i][0]][corners[i][1]];
      Box.Place place = box.place(surface.x()[corners[i][1]], surface.y()[corners[i][0]], z);
      places[2 * i] = place.x();
      places[2 * i + 1] = place.y();
      depth += place.depth();
      height += z / corners.length;
    }
    if (Interval.isDrawable(depth) && Interval.isDrawable(height)) {
      facets.add(new Facet(places, height, depth));
    }
  }

  private List<Tile> tiles() {
    double[] heights = facets.stream().mapToDouble(Facet::height).toArray();
    Interval range = Interval.of(heights);
    facets.sort(Comparator.comparingDouble(Facet::depth).reversed());
    return facets.stream().map(facet -> tile(facet, range)).toList();
  }

  /** Equal heights all have the first colour. */
  private Tile tile(Facet facet, Interval range) {
    double fraction = range.size() > 0 ? range.fraction(facet.height()) : 0;
    return new Tile(facet.corners(), surface.colorMap().at(fraction));
  }
}
