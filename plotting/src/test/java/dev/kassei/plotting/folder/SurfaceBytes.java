package dev.kassei.plotting.folder;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Files of surfaces, written by hand. */
public final class SurfaceBytes {
  private static final String HEADER =
      """
      {"x1": {"dtype": "F64", "shape": [3], "data_offsets": [0, 24]},
       "x2": {"dtype": "F64", "shape": [2], "data_offsets": [24, 40]},
       "epoch.0000003.output": {"dtype": "F32", "shape": [2, 3], "data_offsets": [40, 64]}}
      """;

  private SurfaceBytes() {}

  /** The surface of epoch 3 over the mesh of -1, 0, 1 and 0, 2; six heights. */
  public static byte[] of(double... heights) {
    byte[] text = HEADER.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(8 + text.length + 64).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(text.length).put(text);
    for (double value : new double[] {-1, 0, 1, 0, 2}) {
      bytes.putDouble(value);
    }
    for (double height : heights) {
      bytes.putFloat((float) height);
    }
    return bytes.array();
  }
}
