package dev.kassei.results;

import dev.kassei.api.Precision;
import dev.kassei.results.file.FolderException;
import dev.kassei.results.file.WholeFile;
import dev.kassei.results.record.SurfaceRecord;
import dev.kassei.results.record.SurfacesRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The file {@code surfaces.safetensors}: the mesh in float64, predictions in the network's
 * precision.
 */
public final class SurfacesFile {
  private static final String SURFACE = "epoch.";

  private SurfacesFile() {}

  /** Writes a file. */
  public static void write(SurfacesRecord surfaces, Precision precision, Path file)
      throws IOException {
    var tensors = new ArrayList<Tensor>();
    tensors.add(axis(SurfacesRecord.X1, surfaces.x1()));
    tensors.add(axis(SurfacesRecord.X2, surfaces.x2()));
    List<Integer> shape = List.of(surfaces.x2().length, surfaces.x1().length);
    for (SurfaceRecord surface : surfaces.surfaces()) {
      tensors.add(new Tensor(surface.tensorName(), precision, shape, surface.values()));
    }
    WholeFile.bytes(file, out -> Safetensors.write(tensors, out));
  }

  private static Tensor axis(String name, double[] values) {
    return new Tensor(name, Precision.FLOAT64, List.of(values.length), values);
  }

  /**
   * Reads a file; of other tensors than those of surfaces it takes no notice.
   *
   * @throws FolderException if it is damaged
   */
  public static SurfacesRecord read(Path file) throws IOException {
    Map<String, Tensor> tensors =
        Safetensors.read(file, reason -> FolderException.damaged(file, reason));
    double[] x1 = axis(file, tensors, SurfacesRecord.X1);
    double[] x2 = axis(file, tensors, SurfacesRecord.X2);
    List<Integer> shape = List.of(x2.length, x1.length);
    var surfaces = new TreeMap<String, SurfaceRecord>();
    for (Tensor tensor : tensors.values()) {
      if (tensor.name().startsWith(SURFACE)) {
        surfaces.put(tensor.name(), surface(file, tensor, shape));
      }
    }
    if (surfaces.isEmpty()) {
      throw FolderException.damaged(file, "it holds no surface");
    }
    return new SurfacesRecord(x1, x2, List.copyOf(surfaces.values()));
  }

  private static double[] axis(Path file, Map<String, Tensor> tensors, String name) {
    Tensor axis = tensors.get(name);
    if (axis == null) {
      throw FolderException.damaged(file, "it has no tensor '%s'".formatted(name));
    }
    if (axis.shape().size() != 1 || axis.values().length < 2) {
      throw FolderException.damaged(
          file,
          "the tensor '%s' should have two values or more in one dimension, but its shape is %s"
              .formatted(name, axis.shape()));
    }
    return axis.values();
  }

  private static SurfaceRecord surface(Path file, Tensor tensor, List<Integer> shape) {
    if (!tensor.shape().equals(shape)) {
      throw FolderException.damaged(
          file,
          "the tensor '%s' of shape %s does not fit the mesh of shape %s"
              .formatted(tensor.name(), tensor.shape(), shape));
    }
    try {
      return SurfaceRecord.of(tensor.name(), tensor.values());
    } catch (IllegalArgumentException e) {
      throw FolderException.damaged(file, String.valueOf(e.getMessage()));
    }
  }
}
