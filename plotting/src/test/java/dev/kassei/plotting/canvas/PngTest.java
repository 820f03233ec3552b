package dev.kassei.plotting.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTest {
  @Test
  void pixelsComeBack() throws Exception {
    var random = new Random(1);
    int[] pixels = random.ints(37 * 11, 0, 1 << 24).toArray();
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(Png.of(pixels, 37)));
    assertThat(image.getWidth()).isEqualTo(37);
    assertThat(image.getHeight()).isEqualTo(11);
    for (int i = 0; i < pixels.length; i++) {
      assertThat(image.getRGB(i % 37, i / 37) & 0xffffff).isEqualTo(pixels[i]);
    }
  }
}
