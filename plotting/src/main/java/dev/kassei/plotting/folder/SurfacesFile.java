package dev.kassei.plotting.folder;

import dev.kassei.results.record.SurfaceRecord;
import dev.kassei.results.record.SurfacesRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;

/** Reads {@code surfaces.safetensors}. */
public final class SurfacesFile {
  private final Path file;
  private final byte[] bytes;
  private final int start;

  private SurfacesFile(Path file, byte[] bytes) {
    this.file = file;
    this.bytes = bytes;
    this.start = Long.BYTES + headerLength();
  }

  /**
   * The surfaces of a file.
   *
   * @throws FolderException if it is damaged
   */
  public static SurfacesRecord read(Path file) throws IOException {
    return new SurfacesFile(file, Files.readAllBytes(file)).read();
  }

  private int headerLength() {
    if (bytes.length < Long.BYTES) {
      throw torn("it has only %s bytes".formatted(bytes.length));
    }
    long length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 2 || length > bytes.length - Long.BYTES) {
      throw torn("its header should have %s bytes".formatted(Long.toUnsignedString(length)));
    }
    return (int) length;
  }

  private SurfacesRecord read() {
    Map<?, ?> header = header();
    double[] x1 = tensor(header, SurfacesRecord.X1);
    double[] x2 = tensor(header, SurfacesRecord.X2);
    if (x1.length < 2 || x2.length < 2) {
      throw torn("its mesh has %s × %s points".formatted(x2.length, x1.length));
    }
    var surfaces = new TreeMap<String, SurfaceRecord>();
    for (Object key : header.keySet()) {
      String name = String.valueOf(key);
      if (name.startsWith("epoch.")) {
        surfaces.put(name, surface(name, tensor(header, name), x1.length * x2.length));
      }
    }
    if (surfaces.isEmpty()) {
      throw torn("it holds no surface");
    }
    return new SurfacesRecord(x1, x2, new ArrayList<>(surfaces.values()));
  }

  private Map<?, ?> header() {
    try {
      String text = new String(bytes, Long.BYTES, start - Long.BYTES, StandardCharsets.UTF_8);
      if (JsonTree.read(text) instanceof Map<?, ?> header) {
        return header;
      }
      throw torn("its header is not a JSON object");
    } catch (JacksonException e) {
      throw torn("its header is not JSON: " + e.getOriginalMessage());
    }
  }

  private SurfaceRecord surface(String name, double[] values, int points) {
    if (values.length != points) {
      throw torn("'%s' has %s values for %s points".formatted(name, values.length, points));
    }
    try {
      return SurfaceRecord.of(name, values);
    } catch (IllegalArgumentException e) {
      throw torn(e.getMessage());
    }
  }

  private double[] tensor(Map<?, ?> header, String name) {
    if (!(header.get(name) instanceof Map<?, ?> entry)
        || !(entry.get("data_offsets") instanceof List<?> offsets)
        || offsets.size() != 2
        || !(offsets.get(0) instanceof Double begin)
        || !(offsets.get(1) instanceof Double end)) {
      throw torn("its header does not say where '%s' is".formatted(name));
    }
    if (begin < 0 || begin > end || end > bytes.length - start) {
      throw torn(
          "'%s' should end at byte %s of %s"
              .formatted(name, end.longValue(), bytes.length - start));
    }
    int length = (int) (end - begin);
    ByteBuffer buffer =
        ByteBuffer.wrap(bytes, start + begin.intValue(), length).order(ByteOrder.LITTLE_ENDIAN);
    return numbers(buffer, name, String.valueOf(entry.get("dtype")));
  }

  private double[] numbers(ByteBuffer buffer, String name, String type) {
    boolean single = type.equals("F32");
    if (!single && !type.equals("F64")) {
      throw torn("'%s' has numbers of type %s, expected F32 or F64".formatted(name, type));
    }
    double[] values = new double[buffer.remaining() / (single ? Float.BYTES : Double.BYTES)];
    for (int i = 0; i < values.length; i++) {
      values[i] = single ? buffer.getFloat() : buffer.getDouble();
    }
    return values;
  }

  private FolderException torn(String reason) {
    return FolderException.damaged(file, reason);
  }
}
