package dev.kassei.builtins.dataset.image;

import dev.kassei.api.ImageShape;
import java.util.ArrayList;
import java.util.List;

/** What the values of an image are called, and the range of their bytes. */
public final class Pixels {
  /** The largest byte, which becomes 1. */
  public static final double LARGEST = 255;

  private Pixels() {}

  /** One name a value: line, column and, if there are several, channel, counted from 1. */
  public static List<String> names(ImageShape shape) {
    var names = new ArrayList<String>(shape.size());
    for (int line = 1; line <= shape.height(); line++) {
      for (int column = 1; column <= shape.width(); column++) {
        for (int channel = 1; channel <= shape.channels(); channel++) {
          String pixel = "pixel_" + line + "_" + column;
          names.add(shape.channels() == 1 ? pixel : pixel + "_" + channel);
        }
      }
    }
    return names;
  }
}
