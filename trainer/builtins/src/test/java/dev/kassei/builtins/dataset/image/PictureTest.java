package dev.kassei.builtins.dataset.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.ImageShape;
import dev.kassei.builtins.dataset.Sources;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureTest {
  @TempDir Path folder;

  /** A grey picture whose bytes count from 0. */
  private void grey(String name, int height, int width) throws IOException {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < height * width; i++) {
      image.getRaster().setSample(i % width, i / width, 0, i);
    }
    write(name, image);
  }

  private void colour(String name, int type, int rgb) throws IOException {
    var image = new BufferedImage(2, 1, type);
    image.setRGB(0, 0, rgb);
    write(name, image);
  }

  private void write(String name, BufferedImage image) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    assertThat(ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile()))
        .isTrue();
  }

  private static ImageFolder folder(List<Integer> size, OptionalInt channels) {
    return new ImageFolder("p", Optional.empty(), size, channels, Optional.empty());
  }

  private static ImageFolder asTheyAre() {
    return folder(List.of(), OptionalInt.empty());
  }

  private Dataset load(DatasetSource source) throws IOException {
    return source.load(Sources.context(folder, 1));
  }

  private String refusal(DatasetSource source) throws IOException {
    try {
      load(source);
      return "none";
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage()).replace(folder + "/", "");
    }
  }

  @Test
  void foldersAreClassesAndBytesSharesOf255() throws IOException {
    grey("p/cat/2.png", 2, 3);
    grey("p/cat/10.png", 2, 3);
    grey("p/ant/1.png", 2, 3);
    Files.writeString(folder.resolve("p/ant/notes.txt"), "no picture");
    Dataset data = load(asTheyAre());
    assertThat(data.image()).contains(new ImageShape(2, 3, 1));
    assertThat(data.target().classes()).containsExactly("ant", "cat");
    assertThat(data.targets()).containsExactly(0, 1, 1);
    assertThat(Arrays.copyOf(data.features(), 6))
        .containsExactly(0, 1 / 255.0, 2 / 255.0, 3 / 255.0, 4 / 255.0, 5 / 255.0);
  }

  @Test
  void coloursAreRedGreenBlueWhateverTheirOrderInMemory() throws IOException {
    int number = 0;
    for (int type :
        new int[] {
          BufferedImage.TYPE_INT_RGB,
          BufferedImage.TYPE_3BYTE_BGR,
          BufferedImage.TYPE_4BYTE_ABGR,
          BufferedImage.TYPE_BYTE_INDEXED
        }) {
      colour("p/a/" + number++ + ".png", type, 0xffff3300);
    }
    colour("p/b/1.png", BufferedImage.TYPE_INT_RGB, 0xff0000ff);
    Dataset data = load(asTheyAre());
    assertThat(data.image()).contains(new ImageShape(1, 2, 3));
    for (int i = 0; i < 4; i++) {
      assertThat(Arrays.copyOfRange(data.features(), 6 * i, 6 * i + 3))
          .as("picture " + i)
          .containsExactly(1, 0x33 / 255.0, 0);
    }
    Dataset inGrey = load(folder(List.of(), OptionalInt.of(1)));
    assertThat(inGrey.features()[0]).isCloseTo(0.299 + 0.2 * 0.587, within(1e-15));
  }

  @Test
  void picturesOfAnotherSizeAreRefusedOrResized() throws IOException {
    grey("p/a/1.png", 2, 2);
    grey("p/b/2.png", 4, 2);
    assertThat(refusal(asTheyAre()))
        .isEqualTo(
            "p/b/2.png: expected a picture of 2 × 2, as the first, but it is 4 × 2; set size: [2,"
                + " 2]");
    Dataset data = load(folder(List.of(2, 2), OptionalInt.empty()));
    assertThat(Arrays.copyOfRange(data.features(), 4, 8))
        .containsExactly(new double[] {1 / 255.0, 2 / 255.0, 5 / 255.0, 6 / 255.0}, within(1e-15));
  }

  @Test
  void resizingKeepsTheMeanAndCoversPartsOfPixels() {
    var picture = new Picture(new ImageShape(1, 3, 1), new double[] {0, 0.6, 0.9});
    assertThat(picture.resized(1, 2).values())
        .containsExactly(new double[] {.2, .8}, within(1e-15));
    assertThat(picture.resized(2, 6).values())
        .containsExactly(new double[] {0, 0, .6, .6, .9, .9, 0, 0, .6, .6, .9, .9}, within(1e-15));
  }

  @Test
  void greyAmongColoursIsRefusedOrConverted() throws IOException {
    colour("p/a/1.png", BufferedImage.TYPE_INT_RGB, 0xff0000ff);
    grey("p/b/1.png", 1, 2);
    assertThat(refusal(asTheyAre()))
        .isEqualTo(
            "p/b/1.png: expected a picture of 1 × 2 × 3, as the first, but it is 1 × 2; set"
                + " channels: 1 for grey or 3 for colours");
    Dataset data = load(folder(List.of(), OptionalInt.of(3)));
    assertThat(Arrays.copyOfRange(data.features(), 9, 12)).containsOnly(1 / 255.0);
  }

  @Test
  void whatIsNoPictureIsNamed() throws IOException {
    grey("p/a/1.png", 2, 2);
    Files.createDirectories(folder.resolve("p/b"));
    assertThat(refusal(asTheyAre()))
        .isEqualTo("p: the folder 'b' has no picture (PNG, JPEG, GIF or BMP); fill or remove it");
    Files.writeString(folder.resolve("p/b/1.png"), "text");
    assertThat(refusal(asTheyAre()))
        .isEqualTo("p/b/1.png: expected a picture (PNG, JPEG, GIF or BMP) but it is none");
    byte[] whole = Files.readAllBytes(folder.resolve("p/a/1.png"));
    Files.write(folder.resolve("p/b/1.png"), Arrays.copyOf(whole, 45));
    assertThat(refusal(asTheyAre())).startsWith("p/b/1.png: the picture is damaged or not whole");
    assertThat(
            refusal(
                new ImageFolder(
                    "none", Optional.empty(), List.of(), OptionalInt.empty(), Optional.empty())))
        .isEqualTo("none: there is no such folder; it should hold one folder for each class");
  }

  @Test
  void aTestFolderHasTheSameClasses() throws IOException {
    grey("p/a/1.png", 2, 2);
    grey("p/b/1.png", 2, 2);
    grey("t/a/1.png", 2, 2);
    grey("t/b/1.png", 2, 2);
    var source =
        new ImageFolder("p", Optional.of("t"), List.of(), OptionalInt.empty(), Optional.empty());
    assertThat(load(source).testFrom()).hasValue(2);
    grey("t/c/1.png", 2, 2);
    assertThat(refusal(source))
        .isEqualTo("t: expected the classes [a, b], as in p, but found [a, b, c]");
  }

  @Test
  void placesOfAPictureRunFromMinusOneToOne() throws IOException {
    grey("one.png", 2, 3);
    Dataset data =
        load(
            new ImageFit(
                Optional.of("one.png"),
                List.of(),
                OptionalInt.empty(),
                Optional.of(new Normalization(List.of(.5), List.of(.5)))));
    assertThat(data.features()).containsExactly(-1, 1, 0, 1, 1, 1, -1, -1, 0, -1, 1, -1);
    assertThat(data.target().names()).containsExactly("grey");
    assertThat(data.targets()[5]).isEqualTo((5 / 255.0 - .5) / .5);
    Dataset drawn = load(new ImageFit());
    assertThat(drawn.rows()).isEqualTo(64 * 64);
    assertThat(Arrays.stream(drawn.targets()).summaryStatistics().getMin()).isBetween(0.0, 0.01);
    assertThat(Arrays.stream(drawn.targets()).max().orElseThrow()).isBetween(0.99, 1.0);
    Dataset coloured =
        load(new ImageFit(Optional.empty(), List.of(8, 4), OptionalInt.of(3), Optional.empty()));
    assertThat(coloured.rows()).isEqualTo(32);
    assertThat(coloured.target().names()).containsExactly("red", "green", "blue");
  }

  @Test
  void sizesThatAreNoneAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> folder(List.of(28), OptionalInt.empty()))
        .withMessage("size must be height and width, such as [28, 28], but was [28]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> folder(List.of(), OptionalInt.of(2)))
        .withMessage("channels must be 1 for grey or 3 for colours but was 2");
  }

  @Test
  void aPictureOfOneBitIsGrey() throws IOException {
    var image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY);
    image.setRGB(1, 0, 0xffffffff);
    write("p/a/1.png", image);
    Picture read = Picture.read(folder.resolve("p/a/1.png"), folder);
    assertThat(read.shape().channels()).isEqualTo(1);
    assertThat(read.values()).containsExactly(0, 1);
  }
}
