package dev.kassei.experiment.config;

import static dev.kassei.api.value.Requirements.require;

/**
 * How images are changed by chance each time they train; in validation and test they stay as they
 * are.
 *
 * @param shift the most pixels by which an image moves along each side; what it leaves is filled
 *     with the pixels at its edge
 * @param horizontalFlip whether every second image, by chance, has left and right exchanged
 * @param verticalFlip whether every second image, by chance, has top and bottom exchanged
 */
public record Augment(int shift, boolean horizontalFlip, boolean verticalFlip) {
  /** Images as they are. */
  public Augment() {
    this(0, false, false);
  }

  public Augment {
    require(shift >= 0, "shift must be 0 or more pixels but was %s", shift);
  }
}
