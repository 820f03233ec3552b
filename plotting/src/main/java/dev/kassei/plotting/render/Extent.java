package dev.kassei.plotting.render;

import dev.kassei.plotting.axis.Interval;
import dev.kassei.plotting.axis.Scales;
import dev.kassei.plotting.figure.Artist;
import dev.kassei.plotting.figure.Axis;
import dev.kassei.plotting.figure.Orientation;
import dev.kassei.plotting.figure.Scale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The values of artists along one axis, and which of them are edges that need no margin. */
public final class Extent {
  private static final double MARGIN = 0.05;

  private final Axis axis;
  private final Orientation orientation;
  private final List<Double> places = new ArrayList<>();
  private final List<Double> edges = new ArrayList<>();
  private int dropped;

  private Extent(Axis axis, Orientation orientation) {
    this.axis = axis;
    this.orientation = orientation;
  }

  /**
   * The extent of artists.
   *
   * @param orientation horizontal for values of x
   */
  public static Extent of(Axis axis, Orientation orientation, List<Artist> artists) {
    var extent = new Extent(axis, orientation);
    artists.forEach(extent::add);
    return extent;
  }

  /** What the logarithmic axes of a plane cannot show; empty if they show everything. */
  public static String note(Extent x, Extent y) {
    int dropped = x.dropped + y.dropped;
    return switch (dropped) {
      case 0 -> "";
      case 1 -> "1 value ≤ 0 not shown on the logarithmic axis";
      default -> dropped + " values ≤ 0 not shown on the logarithmic axis";
    };
  }

  /** What the axis shows. */
  public Interval shown() {
    if (axis.scale() instanceof Scale.Category category) {
      return Scales.shown(axis, new Interval(-0.5, category.names().size() - 0.5), 0);
    }
    Interval data = Interval.of(array(places)).nonsingular();
    Interval wide = data.widened(MARGIN);
    double low = edges.contains(data.low()) ? data.low() : wide.low();
    double high = edges.contains(data.high()) ? data.high() : wide.high();
    return Scales.shown(axis, new Interval(low, high), 0);
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private void add(Artist artist) {
    boolean horizontal = orientation == Orientation.HORIZONTAL;
    if (artist instanceof Artist.Line line) {
      add(horizontal ? line.x() : line.y());
    } else if (artist instanceof Artist.Points points) {
      add(horizontal ? points.x() : points.y());
    } else if (artist instanceof Artist.Band band) {
      add(horizontal ? band.x() : band.low());
      add(horizontal ? new double[0] : band.high());
    } else if (artist instanceof Artist.Bars bars) {
      addBars(bars);
    } else if (artist instanceof Artist.Boxes boxes) {
      boxes.boxes().forEach(box -> addBox(boxes, box));
    } else if (artist instanceof Artist.Intervals intervals) {
      addIntervals(intervals);
    } else if (artist instanceof Artist.Reference line && line.orientation() != orientation) {
      add(line.value());
    } else if (artist instanceof Artist.Steps steps) {
      add(horizontal ? steps.edges() : steps.values());
      addEdge(horizontal ? new double[0] : new double[] {0});
    } else if (artist instanceof Artist.HeatMap map) {
      addEdge(horizontal ? map.xEdges() : map.yEdges());
    } else if (artist instanceof Artist.Text text) {
      add(horizontal ? text.x() : text.y());
    }
  }

  private void addBars(Artist.Bars bars) {
    if (bars.orientation() == orientation) {
      add(bars.values());
      addEdge(0);
      return;
    }
    for (double position : bars.positions()) {
      add(position - bars.width() / 2, position + bars.width() / 2);
    }
  }

  private void addBox(Artist.Boxes boxes, Artist.Box box) {
    if (boxes.orientation() == orientation) {
      add(box.lowWhisker(), box.highWhisker());
    } else {
      add(box.position() - boxes.width(), box.position() + boxes.width());
    }
  }

  private void addIntervals(Artist.Intervals intervals) {
    if (intervals.orientation() == orientation) {
      add(intervals.low());
      add(intervals.high());
      add(intervals.centers());
    } else {
      add(intervals.positions());
    }
  }

  private void add(double... values) {
    for (double value : values) {
      double place = Scales.place(axis.scale(), value);
      places.add(place);
      dropped += Double.isNaN(place) && !Double.isNaN(value) ? 1 : 0;
    }
  }

  /** Zero has no place on a logarithmic axis, and is not missed there. */
  private void addEdge(double... values) {
    Arrays.stream(values)
        .map(value -> Scales.place(axis.scale(), value))
        .filter(Interval::isDrawable)
        .forEach(
            place -> {
              places.add(place);
              edges.add(place);
            });
  }
}
