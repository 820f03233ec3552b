package dev.kassei.results;

import dev.kassei.api.Precision;
import dev.kassei.results.record.SurfaceRecord;
import dev.kassei.results.record.SurfacesRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes surfaces: the mesh in float64, predictions in the network's precision. */
public final class SurfacesFile {
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
}
