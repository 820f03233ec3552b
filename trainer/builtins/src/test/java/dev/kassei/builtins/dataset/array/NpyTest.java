package dev.kassei.builtins.dataset.array;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import dev.kassei.api.ImageShape;
import dev.kassei.builtins.dataset.Sources;
import dev.kassei.builtins.dataset.Task;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads what NumPy 2 wrote by {@code arrays.py} beside the files. */
class NpyTest {
  @TempDir Path folder;

  @BeforeEach
  void copy() throws IOException {
    for (String name :
        List.of("plain.npz", "packed.npz", "rows.npy", "targets.npy", "texts.npy", "gaps.npy")) {
      try (InputStream in = Objects.requireNonNull(NpyTest.class.getResourceAsStream(name))) {
        Files.copy(in, folder.resolve(name));
      }
    }
  }

  private static Npz npz(String path, String features) {
    return new Npz(
        path,
        features,
        "y",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Task.AUTO);
  }

  private static Npy npy(String features, String labels) {
    return new Npy(
        features,
        labels,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Task.AUTO);
  }

  private String refusal(DatasetSource source) throws IOException {
    try {
      source.load(Sources.context(folder, 1));
      return "none";
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage()).replace(folder + "/", "");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain.npz", "packed.npz"})
  void arraysOfAnArchiveAreImagesAndClasses(String path) throws IOException {
    Dataset data = npz(path, "x").load(Sources.context(folder, 1));
    assertThat(data.image()).contains(new ImageShape(2, 2, 3));
    assertThat(data.features()).hasSize(24).startsWith(0, 1 / 255.0).endsWith(23 / 255.0);
    assertThat(data.targets()).containsExactly(1, 0);
    assertThat(data.target().classes()).containsExactly("0", "1");
  }

  @Test
  void rowsOfDoublesKeepTheirBits() throws IOException {
    Dataset data = npy("rows.npy", "targets.npy").load(Sources.context(folder, 1));
    assertThat(data.image()).isEmpty();
    assertThat(data.features()).containsExactly(1.5, -2, 3, 4e300);
    assertThat(data.target().names()).containsExactly("y1", "y2");
    assertThat(data.targets()).containsExactly(1, 2, 3, 4);
  }

  @Test
  void anArrayThatIsNotThereIsNamedWithThoseThatAre() throws IOException {
    assertThat(refusal(npz("plain.npz", "z")))
        .isEqualTo("plain.npz: there is no array 'z'; it has [far, x, y]");
  }

  @Test
  void whatIsNoNumberIsRefusedWithTheRemedy() throws IOException {
    assertThat(refusal(npy("texts.npy", "targets.npy")))
        .startsWith("texts.npy: expected integers, or floats of 32 or 64 bits, but the header says")
        .endsWith("numpy.unique(array, return_inverse=True)[1]");
    assertThat(refusal(npz("plain.npz", "far")))
        .isEqualTo(
            "plain.npz: the array is in the order of Fortran; write it in that of C:"
                + " numpy.ascontiguousarray(array)");
    assertThat(refusal(npy("gaps.npy", "targets.npy")))
        .isEqualTo(
            "gaps.npy: expected finite numbers but number 2 of item 0 is NaN; fill or remove it");
  }

  @Test
  void otherFilesAndThoseCutOffAreRefused() throws IOException {
    Files.writeString(folder.resolve("a.npy"), "a,b\n1,2\n");
    assertThat(refusal(npy("a.npy", "targets.npy")))
        .isEqualTo(
            "a.npy: expected an array of NumPy, whose first bytes are 93 NUMPY and a version from 1"
                + " to 3; write it with numpy.save or numpy.savez");
    byte[] rows = Files.readAllBytes(folder.resolve("rows.npy"));
    Files.write(folder.resolve("a.npy"), Arrays.copyOf(rows, rows.length - 3));
    assertThat(refusal(npy("a.npy", "targets.npy")))
        .isEqualTo(
            "a.npy: the file is not whole: its header says 2 × 2, which is 4 numbers, but it ends"
                + " after 3; fetch or copy it again");
    Files.write(folder.resolve("a.npy"), Arrays.copyOf(rows, 40));
    assertThat(refusal(npy("a.npy", "targets.npy"))).contains("it ends within its header");
    byte[] archive = Files.readAllBytes(folder.resolve("plain.npz"));
    Files.write(folder.resolve("a.npz"), Arrays.copyOf(archive, archive.length - 30));
    assertThat(refusal(npz("a.npz", "x")))
        .startsWith("a.npz: expected an archive of NumPy, but it is none or not whole");
    byte[] damaged = archive.clone();
    damaged[190] ^= 0x55; // among the numbers of x
    Files.write(folder.resolve("a.npz"), damaged);
    assertThat(refusal(npz("a.npz", "x"))).contains("the check sum of 'x.npy' is wrong");
    assertThat(refusal(npz("none.npz", "x"))).startsWith("none.npz: there is no such file");
  }

  /** An array of NumPy as its header says, with so many numbers. */
  private void write(String name, String type, String shape, long... numbers) throws IOException {
    String header =
        "{'descr': %s, 'fortran_order': False, 'shape': (%s), }\n".formatted(type, shape);
    var bytes = ByteBuffer.allocate(10 + header.length() + Long.BYTES * numbers.length);
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    bytes.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    bytes.put((byte) 1).put((byte) 0).putShort((short) header.length());
    bytes.put(header.getBytes(StandardCharsets.US_ASCII));
    Arrays.stream(numbers).forEach(bytes::putLong);
    Files.write(folder.resolve(name), bytes.array());
  }

  @Test
  void integersWithoutASignAreRead() throws IOException {
    write("x.npy", "'<u8'", "2, 2", 1, -1, Long.MIN_VALUE, 7);
    write("y.npy", "'<i8'", "2,", 0, 1);
    assertThat(npy("x.npy", "y.npy").load(Sources.context(folder, 1)).features())
        .containsExactly(1, 0x1p64, 0x1p63, 7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'|b1'           ; array.astype('uint8')",
        "'<f2'           ; array.astype('float32')",
        "'<M8[D]'        ; array.astype('int64'), then divide by its scale",
        "'<U2'           ; numpy.unique(array, return_inverse=True)[1]",
        "'|O'            ; convert it, if all its objects are numbers: array.astype('float32')",
        "[('a', '<f4')]  ; numpy.lib.recfunctions.structured_to_unstructured(array)",
      },
      quoteCharacter = '"')
  void eachTypeHasItsRemedy(String type, String remedy) throws IOException {
    write("x.npy", type, "2, 2");
    assertThat(refusal(npy("x.npy", "targets.npy"))).contains(type).endsWith(remedy);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-2, 2", "2.5, 2", "1000000000, 2", "0, 2", ""})
  void shapesThatNoArrayHasAreShown(String shape) throws IOException {
    write("x.npy", "'<i8'", shape, 1, 2, 3, 4);
    assertThat(refusal(npy("x.npy", "targets.npy")))
        .isEqualTo(
            "x.npy: expected an array of items, each size from 1 to 999,999,999, but its shape is (%s)"
                .formatted(shape));
  }
}
