package dev.kassei.builtins.dataset.image;

import static dev.kassei.api.value.Requirements.require;

import java.util.List;
import java.util.OptionalInt;

/**
 * What pictures are to be like.
 *
 * @param size height and width; empty if they stay as they are
 * @param channels 1 for grey, 3 for colours; empty if they stay as they are
 */
record PictureSize(List<Integer> size, OptionalInt channels) {
  /** Three channels of this height and width are still an array of Java. */
  private static final int LONGEST = 16_384;

  PictureSize {
    require(
        size.isEmpty() || (size.size() == 2 && size.stream().allMatch(side -> side > 0)),
        "size must be height and width, such as [28, 28], but was %s",
        size);
    require(
        size.stream().allMatch(side -> side <= LONGEST),
        "size must be at most %s in height and width but was %s",
        LONGEST,
        size);
    require(
        channels.isEmpty() || channels.getAsInt() == 1 || channels.getAsInt() == 3,
        "channels must be 1 for grey or 3 for colours but was %s",
        channels.orElse(0));
  }

  Picture apply(Picture picture) {
    Picture converted = picture.withChannels(channels.orElse(picture.shape().channels()));
    return size.isEmpty() ? converted : converted.resized(size.get(0), size.get(1));
  }
}
