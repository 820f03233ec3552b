package dev.kassei.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kassei.api.Precision;
import dev.kassei.results.file.FolderException;
import dev.kassei.results.file.WholeFile;
import dev.kassei.results.record.SurfaceRecord;
import dev.kassei.results.record.SurfacesRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurfacesFileTest {
  private static final double[] X1 = {-1, 0, 1};
  private static final double[] X2 = {0, 2};

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("surfaces.safetensors");
  }

  private static Tensor tensor(String name, List<Integer> shape, double... values) {
    return new Tensor(name, Precision.FLOAT64, shape, values);
  }

  private static Tensor axis(String name, double... values) {
    return tensor(name, List.of(values.length), values);
  }

  private void refuses(String reason, Tensor... tensors) throws IOException {
    WholeFile.bytes(file(), out -> Safetensors.write(List.of(tensors), out));
    refuses(reason);
  }

  private void refuses(String reason) {
    assertThatExceptionOfType(FolderException.class)
        .isThrownBy(() -> SurfacesFile.read(file()))
        .withMessageContaining("surfaces.safetensors' cannot be read: " + reason);
  }

  @Test
  void whatIsWrittenIsReadInTheOrderOfEpochs() throws IOException {
    var late = new SurfaceRecord(10, "output", new double[] {1, 2, 3, 4, 5, Double.NaN});
    var early = new SurfaceRecord(9, "output", new double[] {0, -0.0, 0, 0, 0, 0.5});
    SurfacesFile.write(new SurfacesRecord(X1, X2, List.of(late, early)), Precision.FLOAT32, file());
    SurfacesRecord read = SurfacesFile.read(file());
    assertThat(read.x1()).containsExactly(X1);
    assertThat(read.x2()).containsExactly(X2);
    assertThat(read.surfaces()).extracting(SurfaceRecord::epoch).containsExactly(9, 10);
    assertThat(read.surfaces().get(0).values()).containsExactly(early.values());
    assertThat(read.surfaces().get(1).values()).containsExactly(late.values());
  }

  @Test
  void whatIsNoMeshWithSurfacesIsRefused() throws IOException {
    Tensor x1 = axis("x1", X1);
    Tensor x2 = axis("x2", X2);
    refuses("it has no tensor 'x2'", x1);
    refuses("the tensor 'x2' should have two values or more", x1, axis("x2", 1));
    refuses("it holds no surface", x1, x2);
    refuses(
        "the tensor 'epoch.0000001.output' of shape [3] does not fit the mesh of shape [2, 3]",
        x1,
        x2,
        axis("epoch.0000001.output", 1, 2, 3));
    refuses(
        "the tensor 'epoch.output' is no surface",
        x1,
        x2,
        tensor("epoch.output", List.of(2, 3), new double[6]));
  }

  @Test
  void aTornFileIsRefusedWithoutNamingItTwice() throws IOException {
    Files.write(file(), new byte[] {1, 2, 3});
    refuses("it has only 3 bytes");
  }
}
