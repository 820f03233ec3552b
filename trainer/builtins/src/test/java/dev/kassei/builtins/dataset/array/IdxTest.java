package dev.kassei.builtins.dataset.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kassei.api.Dataset;
import dev.kassei.api.ImageShape;
import dev.kassei.builtins.dataset.Sources;
import dev.kassei.builtins.dataset.Task;
import dev.kassei.builtins.dataset.image.Normalization;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxTest {
  @TempDir Path folder;

  /** Three images of 2 × 3, whose bytes count from 0, and their labels. */
  @BeforeEach
  void write() throws IOException {
    write("images", idx(0x08, new int[] {3, 2, 3}, counting(18)));
    write("labels", idx(0x08, new int[] {3}, bytes(2, 0, 1)));
  }

  private static byte[] counting(int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static byte[] idx(int type, int[] sizes, byte[] numbers) {
    ByteBuffer buffer = ByteBuffer.allocate(4 + 4 * sizes.length + numbers.length);
    buffer.put(bytes(0, 0, type, sizes.length));
    Arrays.stream(sizes).forEach(buffer::putInt);
    return buffer.put(numbers).array();
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private void write(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
  }

  private static Idx idx(Optional<Normalization> normalize, List<String> classes, Task task) {
    return new Idx(
        "images", "labels", Optional.empty(), Optional.empty(), normalize, classes, task);
  }

  private static Idx plain() {
    return idx(Optional.empty(), List.of(), Task.AUTO);
  }

  private static Idx withTest() {
    return new Idx(
        "images",
        "labels",
        Optional.of("test-images"),
        Optional.of("test-labels"),
        Optional.empty(),
        List.of(),
        Task.AUTO);
  }

  private Dataset load(Idx idx, boolean prefersNumbers) {
    try {
      return idx.load(new Sources.Context(folder, 1, prefersNumbers, List.of()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String refusal(Idx idx) {
    try {
      load(idx, false);
      return "none";
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage()).replace(folder + "/", "");
    }
  }

  @Test
  void bytesOfImagesAreSharesOf255() {
    Dataset data = load(plain(), false);
    assertThat(data.image()).contains(new ImageShape(2, 3, 1));
    assertThat(data.features()).hasSize(18);
    assertThat(data.features()[17]).isEqualTo(17 / 255.0);
    assertThat(data.featureNames()).startsWith("pixel_1_1", "pixel_1_2").endsWith("pixel_2_3");
    assertThat(data.target().classes()).containsExactly("0", "1", "2");
    assertThat(data.targets()).containsExactly(2, 0, 1);
    assertThat(data.testFrom()).isEmpty();
  }

  @Test
  void packedFilesAreReadWhateverTheirName() throws IOException {
    double[] plain = load(plain(), false).features();
    write("images", packed(idx(0x08, new int[] {3, 2, 3}, counting(18))));
    assertThat(load(plain(), false).features()).isEqualTo(plain);
  }

  @Test
  void pixelsAreNormalizedAsInPapers() {
    var normalize = new Normalization(List.of(.1307), List.of(.3081));
    Dataset data = load(idx(Optional.of(normalize), List.of(), Task.AUTO), false);
    assertThat(data.features()[5]).isEqualTo((5 / 255.0 - .1307) / .3081);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                load(
                    idx(
                        Optional.of(new Normalization(List.of(1., 2., 3.), List.of(1.))),
                        List.of(),
                        Task.AUTO),
                    false))
        .withMessage(
            "normalize.mean has 3 numbers, but the images have 1 channels; give one, or one for"
                + " each");
  }

  @Test
  void colouredImagesAndOtherNumbersAreRead() throws IOException {
    write("images", idx(0x08, new int[] {3, 1, 2, 3}, counting(18)));
    assertThat(load(plain(), false).image()).contains(new ImageShape(1, 2, 3));
    ByteBuffer floats = ByteBuffer.allocate(24);
    for (int i = 0; i < 6; i++) {
      floats.putFloat(i - .5f);
    }
    write("images", idx(0x0d, new int[] {3, 2}, floats.array()));
    Dataset rows = load(plain(), false);
    assertThat(rows.image()).isEmpty();
    assertThat(rows.featureNames()).containsExactly("x1", "x2");
    assertThat(rows.features()).containsExactly(-.5, .5, 1.5, 2.5, 3.5, 4.5);
    write("images", idx(0x0b, new int[] {3}, bytes(0, 1, 255, 255, 1, 0)));
    assertThat(load(plain(), false).features()).containsExactly(1, -1, 256);
  }

  @Test
  void furtherImagesAreTheTestSplit() throws IOException {
    write("test-images", idx(0x08, new int[] {1, 2, 3}, counting(6)));
    write("test-labels", idx(0x08, new int[] {1}, bytes(3)));
    Dataset data = load(withTest(), false);
    assertThat(data.rows()).isEqualTo(4);
    assertThat(data.testFrom()).hasValue(3);
    assertThat(data.targets()).containsExactly(2, 0, 1, 3);
    assertThat(Arrays.copyOfRange(data.features(), 18, 24))
        .isEqualTo(Arrays.copyOf(data.features(), 6));
  }

  @Test
  void theLossAndTheTaskDecideWhatLabelsAre() throws IOException {
    assertThat(load(plain(), true).target().isClasses()).isFalse();
    assertThat(load(idx(Optional.empty(), List.of(), Task.CLASSIFICATION), true).target().classes())
        .hasSize(3);
    write("labels", idx(0x08, new int[] {3}, bytes(1, 0, 1)));
    assertThat(load(plain(), true).target().isClasses()).isTrue();
  }

  @Test
  void severalLabelsAreSeveralTargets() throws IOException {
    write("labels", idx(0x08, new int[] {3, 2}, bytes(1, 2, 3, 4, 5, 6)));
    Dataset data = load(plain(), false);
    assertThat(data.target().names()).containsExactly("y1", "y2");
    assertThat(data.targets()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(refusal(idx(Optional.empty(), List.of(), Task.CLASSIFICATION)))
        .startsWith("labels: expected the number of a class for each item but found 2 numbers;");
  }

  @Test
  void aFileThatIsCutOffIsNotWhole() throws IOException {
    byte[] whole = idx(0x08, new int[] {3, 2, 3}, counting(18));
    write("images", Arrays.copyOf(whole, whole.length - 4));
    assertThat(refusal(plain()))
        .isEqualTo(
            "images: the file is not whole: its header says 3 × 2 × 3, which is 18 numbers, but it"
                + " ends after 14; fetch or copy it again");
    write("images", Arrays.copyOf(whole, 9));
    assertThat(refusal(plain()))
        .isEqualTo(
            "images: the file is not whole: it ends within its header; fetch or copy it again");
    byte[] packed = packed(whole);
    write("images", Arrays.copyOf(packed, packed.length - 9));
    assertThat(refusal(plain()))
        .isEqualTo(
            "images: the file is not whole: its packed data ends too early; fetch or copy it again");
    packed[packed.length - 6] ^= 0x55;
    write("images", packed);
    assertThat(refusal(plain()))
        .isEqualTo(
            "images: its packed data is damaged (Corrupt GZIP trailer); fetch or copy the file again");
  }

  @Test
  void anotherKindOfFileIsRefusedWithItsFirstBytes() throws IOException {
    write("images", bytes(0x89, 'P', 'N', 'G', 13, 10));
    assertThat(refusal(plain()))
        .isEqualTo(
            "images: expected an IDX file, whose first bytes are 00 00, a type from 08 to 0e and the"
                + " number of sizes, but found 89 50 4e 47");
    write("images", bytes(0, 0, 7, 1));
    assertThat(refusal(plain())).endsWith("but found 00 00 07 01");
    write("images", new byte[0]);
    assertThat(refusal(plain())).endsWith("but found none");
    write("images", idx(0x08, new int[] {3, 0, 3}, new byte[0]));
    assertThat(refusal(plain()))
        .endsWith("expected sizes above 0 in the header but found 3 × 0 × 3");
  }

  @Test
  void moreThanTheHeaderSaysIsRefused() throws IOException {
    write("images", idx(0x08, new int[] {3, 2, 3}, counting(19)));
    assertThat(refusal(plain()))
        .isEqualTo(
            "images: the file goes on after the 3 × 2 × 3 numbers that its header says; it is not"
                + " what it seems");
  }

  @Test
  void labelsOutsideTheRangeAreRefusedWithTheirItem() {
    assertThat(refusal(idx(Optional.empty(), List.of("a", "b"), Task.AUTO)))
        .isEqualTo("labels: expected the number of a class, 0 to 1, but the label of item 0 is 2");
  }

  @Test
  void asManyLabelsAsItemsAreExpected() throws IOException {
    write("labels", idx(0x08, new int[] {4}, bytes(1, 0, 1, 1)));
    assertThat(refusal(plain()))
        .isEqualTo("labels: expected one label for each of 3 items but found 4");
  }

  @Test
  void testImagesOfAnotherSizeAreRefused() throws IOException {
    write("test-images", idx(0x08, new int[] {1, 3, 3}, counting(9)));
    write("test-labels", idx(0x08, new int[] {1}, bytes(1)));
    assertThat(refusal(withTest()))
        .isEqualTo("test-images: expected items of 2 × 3, as those to train with, but found 3 × 3");
  }

  @Test
  void channelsFirstAreRefusedWithTheRemedy() throws IOException {
    write("images", idx(0x08, new int[] {1, 3, 8, 8}, counting(192)));
    write("labels", idx(0x08, new int[] {1}, bytes(1)));
    assertThat(refusal(plain()))
        .isEqualTo(
            "images: items of 3 × 8 × 8 have their channels first; write them last:"
                + " numpy.moveaxis(images, 1, -1)");
  }

  @Test
  void aFolderWithoutMnistSaysHowToGetIt() {
    for (var source :
        List.of(new Mnist("d", Optional.empty()), new FashionMnist("d", Optional.empty()))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> source.load(Sources.context(folder, 1)))
          .withMessageContaining("d: the folder has no file train-images-idx3-ubyte, packed (.gz)")
          .withMessageContaining("configs/papers/get-data.sh fetches");
    }
  }

  @Test
  void mnistIsReadFromItsFourFilesPackedOrNot() throws IOException {
    byte[] images = idx(0x08, new int[] {3, 2, 3}, counting(18));
    write("train-images-idx3-ubyte", images);
    write("train-labels-idx1-ubyte.gz", packed(idx(0x08, new int[] {3}, bytes(9, 0, 1))));
    write("t10k-images-idx3-ubyte.gz", packed(images));
    write("t10k-labels-idx1-ubyte", idx(0x08, new int[] {3}, bytes(0, 0, 1)));
    Dataset data = new Mnist(".", Optional.empty()).load(Sources.context(folder, 1));
    assertThat(data.target().classes()).hasSize(10);
    assertThat(data.testFrom()).hasValue(3);
    assertThat(data.targets()).containsExactly(9, 0, 1, 0, 0, 1);
  }
}
