package dev.kassei.api;

import dev.kassei.api.value.Requirements;
import org.apiguardian.api.API;

/**
 * The shape of an image whose numbers stand in a row: line by line, pixel by pixel, and within a
 * pixel channel by channel.
 *
 * @param height the number of lines
 * @param width the number of pixels in a line
 * @param channels the number of values of a pixel: 1 for grey, 3 for red, green and blue
 */
@API(status = API.Status.STABLE, since = "0.1")
public record ImageShape(int height, int width, int channels) {
  public ImageShape {
    Requirements.require(
        height > 0 && width > 0 && channels > 0,
        "an image needs height, width and channels above 0 but has %s × %s × %s",
        height,
        width,
        channels);
  }

  /** The number of values of an image. */
  public int size() {
    return Math.multiplyExact(Math.multiplyExact(height, width), channels);
  }

  /** The shape as people write it, such as {@code 28 × 28} or {@code 32 × 32 × 3}. */
  @Override
  public String toString() {
    return height + " × " + width + (channels == 1 ? "" : " × " + channels);
  }
}
