package dev.kassei.builtins.dataset.generator;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Dataset;
import dev.kassei.api.PluginName;
import dev.kassei.api.value.Draws;

/**
 * A square from −1 to 1 in both features, divided like a checkerboard; points lie evenly in the
 * fields of their class, the class of the field at (−1, −1) being 0. Noise moves points, not
 * classes.
 *
 * @param samples the number of rows
 * @param noise the standard deviation of what is added to each feature
 * @param imbalance the size of the first class over that of the last
 * @param cells the number of fields along each side
 */
@PluginName(value = "checkerboard", title = "Checkerboard")
public record Checkerboard(int samples, double noise, double imbalance, int cells)
    implements Generator {
  public Checkerboard() {
    this(1000, 0, 1, 4);
  }

  public Checkerboard {
    require(cells >= 2 && cells <= 1000, "cells must be from 2 to 1000 but was %s", cells);
    new Classes(samples, 2, imbalance);
    Classes.requireNoise(noise);
  }

  @Override
  public Dataset load(Context context) {
    Draws position = context.draws("position");
    Draws disturbance = context.draws("noise");
    return new Classes(samples, 2, imbalance)
        .dataset(
            2,
            (row, number, features, first) -> {
              int field = field(number, position.uniform(3L * row));
              features[first] = side(field % cells, position.uniform(3L * row + 1));
              features[first + 1] = side(field / cells, position.uniform(3L * row + 2));
              features[first] += noise * disturbance.normal(2L * row);
              features[first + 1] += noise * disturbance.normal(2L * row + 1);
            });
  }

  /** One of the fields of a class, counted line by line. */
  private int field(int number, double uniform) {
    long fields = ((long) cells * cells + 1 - number) / 2;
    int nth = (int) (fields * uniform);
    if (cells % 2 == 1) {
      return 2 * nth + number;
    }
    int line = 2 * nth / cells;
    int offset = (line + number) % 2;
    return line * cells + 2 * nth % cells + offset;
  }

  private double side(int field, double within) {
    return 2 * (field + within) / cells - 1;
  }
}
