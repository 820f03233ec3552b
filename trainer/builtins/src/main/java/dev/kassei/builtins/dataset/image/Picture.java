package dev.kassei.builtins.dataset.image;

import dev.kassei.api.ImageShape;
import dev.kassei.results.file.FileProblems;
import dev.kassei.results.file.TextFile;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * A picture as numbers from 0 to 1. The array must not be modified.
 *
 * @param values line by line, pixel by pixel, channel by channel
 */
record Picture(ImageShape shape, double[] values) {
  private static final int COLOURS = 3;

  /** How bright red, green and blue are (ITU-R BT.601), as PIL and OpenCV have it. */
  private static final double[] LUMA = {0.299, 0.587, 0.114};

  /**
   * Reads a PNG, JPEG, GIF or BMP file. Grey stays grey, and transparency is ignored.
   *
   * @param start where relative paths start
   * @throws IllegalArgumentException if the file is no such picture
   */
  static Picture read(Path file, Path start) throws IOException {
    var problems = new FileProblems(file);
    ImageIO.setUseCache(false);
    try (InputStream in = TextFile.open(file, start, problems)) {
      BufferedImage image = ImageIO.read(in);
      if (image == null) {
        throw problems.failure("expected a picture (PNG, JPEG, GIF or BMP) but it is none");
      }
      return of(image);
    } catch (IOException | IndexOutOfBoundsException e) {
      throw problems.failure(
          "the picture is damaged or not whole (%s); fetch or copy it again"
              .formatted(e.getMessage()));
    }
  }

  private static Picture of(BufferedImage image) {
    Raster raster = image.getRaster();
    boolean isIndexed = image.getColorModel() instanceof IndexColorModel;
    boolean isColoured = isIndexed ? !isGrey(image) : raster.getNumBands() >= COLOURS;
    int channels = isColoured ? COLOURS : 1;
    var shape = new ImageShape(image.getHeight(), image.getWidth(), channels);
    double[] values = new double[shape.size()];
    int next = 0;
    for (int y = 0; y < shape.height(); y++) {
      for (int x = 0; x < shape.width(); x++) {
        for (int channel = 0; channel < channels; channel++) {
          values[next++] =
              isIndexed ? colour(image.getRGB(x, y), channel) : sample(raster, x, y, channel);
        }
      }
    }
    return new Picture(shape, values);
  }

  /** Whether its palette is one of greys, as Java has it for pictures of 1 to 4 bits. */
  private static boolean isGrey(BufferedImage indexed) {
    var palette = (IndexColorModel) indexed.getColorModel();
    return IntStream.range(0, palette.getMapSize())
        .map(palette::getRGB)
        .allMatch(rgb -> (rgb & 0xff) == (rgb >> 8 & 0xff) && (rgb & 0xff) == (rgb >> 16 & 0xff));
  }

  private static double colour(int rgb, int channel) {
    return (rgb >> (Byte.SIZE * (COLOURS - 1 - channel)) & 0xff) / Pixels.LARGEST;
  }

  /** As it stands in the file: Java would take grey for linear and brighten it. */
  private static double sample(Raster raster, int x, int y, int channel) {
    int bits = raster.getSampleModel().getSampleSize(channel);
    return raster.getSample(x, y, channel) / (double) ((1L << bits) - 1);
  }

  /** The same picture in grey or in colours. */
  Picture withChannels(int channels) {
    if (channels == shape.channels()) {
      return this;
    }
    var other = new ImageShape(shape.height(), shape.width(), channels);
    double[] converted = new double[other.size()];
    for (int i = 0; i < converted.length; i++) {
      converted[i] = channels == 1 ? luma(COLOURS * i) : values[i / COLOURS];
    }
    return new Picture(other, converted);
  }

  private double luma(int pixel) {
    return LUMA[0] * values[pixel] + LUMA[1] * values[pixel + 1] + LUMA[2] * values[pixel + 2];
  }

  /** The picture in another size: each pixel is the mean over the area that it covers. */
  Picture resized(int height, int width) {
    if (height == shape.height() && width == shape.width()) {
      return this;
    }
    return resizedWidth(width).transposed().resizedWidth(height).transposed();
  }

  private Picture resizedWidth(int width) {
    return new Picture(new ImageShape(shape.height(), width, shape.channels()), along(width));
  }

  /** Lines of another width. */
  private double[] along(int width) {
    int channels = shape.channels();
    double[] resized = new double[shape.height() * width * channels];
    double ratio = (double) shape.width() / width;
    for (int y = 0; y < shape.height(); y++) {
      for (int x = 0; x < width; x++) {
        double from = x * ratio;
        double to = Math.min(shape.width(), (x + 1) * ratio);
        for (int channel = 0; channel < channels; channel++) {
          resized[(y * width + x) * channels + channel] = mean(y, from, to, channel);
        }
      }
    }
    return resized;
  }

  private double mean(int y, double from, double to, int channel) {
    double sum = 0;
    for (int x = (int) from; x < to; x++) {
      double share = Math.min(to, x + 1) - Math.max(from, x);
      sum += share * values[(y * shape.width() + x) * shape.channels() + channel];
    }
    return sum / (to - from);
  }

  private Picture transposed() {
    var other = new ImageShape(shape.width(), shape.height(), shape.channels());
    double[] turned = new double[values.length];
    for (int y = 0; y < shape.height(); y++) {
      for (int x = 0; x < shape.width(); x++) {
        System.arraycopy(
            values,
            (y * shape.width() + x) * shape.channels(),
            turned,
            (x * shape.height() + y) * shape.channels(),
            shape.channels());
      }
    }
    return new Picture(other, turned);
  }
}
