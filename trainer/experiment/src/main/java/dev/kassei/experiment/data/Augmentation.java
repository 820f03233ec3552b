package dev.kassei.experiment.data;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.ImageShape;
import dev.kassei.engine.random.CountedDraws;
import dev.kassei.experiment.config.Augment;
import java.util.Optional;

/**
 * Shifts and flips images of the training rows. What happens to an image depends on the key and the
 * number of its row alone, not on the batch or lane in which it trains.
 *
 * @param standardizer what features are scaled by, after images have moved
 */
public record Augmentation(Augment augment, ImageShape shape, Optional<Standardizer> standardizer) {
  /** A row has so many draws: two shifts and two flips. */
  private static final int DRAWS = 4;

  /**
   * @throws IllegalArgumentException if a shift leaves nothing of an image
   */
  public Augmentation {
    require(
        augment.shift() < Math.min(shape.height(), shape.width()),
        "shift: %s moves images of %s out of sight; take less",
        augment.shift(),
        shape);
  }

  /**
   * The images that stand in {@code order} from {@code from} on, as the network sees them now.
   *
   * @param key of the draws, a different one in each epoch
   */
  public double[] rows(DataSplit train, int[] order, int from, int rows, long key) {
    double[] moved = new double[rows * shape.size()];
    for (int i = 0; i < rows; i++) {
      move(train.originals(), order[from + i], key, moved, i * shape.size());
    }
    return standardizer.map(each -> each.apply(moved)).orElse(moved);
  }

  private void move(double[] images, int row, long key, double[] into, int at) {
    long first = (long) DRAWS * row;
    int down = shift(key, first);
    int right = shift(key, first + 1);
    boolean isMirrored = augment.horizontalFlip() && isHeads(key, first + 2);
    boolean isUpsideDown = augment.verticalFlip() && isHeads(key, first + 3);
    int channels = shape.channels();
    for (int y = 0; y < shape.height(); y++) {
      int line = source(y - down, shape.height(), isUpsideDown);
      for (int x = 0; x < shape.width(); x++) {
        int column = source(x - right, shape.width(), isMirrored);
        int pixel = row * shape.size() + (line * shape.width() + column) * channels;
        System.arraycopy(images, pixel, into, at + (y * shape.width() + x) * channels, channels);
      }
    }
  }

  private int shift(long key, long index) {
    int places = 2 * augment.shift() + 1;
    return (int) (CountedDraws.uniform(key, index) * places) - augment.shift();
  }

  private static boolean isHeads(long key, long index) {
    return CountedDraws.uniform(key, index) < 0.5;
  }

  /** The place that is seen: beyond the edge it is the edge. */
  private static int source(int place, int size, boolean isFlipped) {
    int inside = Math.max(0, Math.min(size - 1, place));
    return isFlipped ? size - 1 - inside : inside;
  }
}
