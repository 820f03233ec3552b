package dev.kassei.batch.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A trial's record as a worker sends it beside its line of the journal: to read the numbers of a
 * curve from a line would take a coordinator longer than all else it does for a trial.
 */
final class RecordBytes {
  private RecordBytes() {}

  /** Writes one value of a map. */
  private interface Writer<T> {
    void write(DataOutputStream out, T value) throws IOException;
  }

  /** Reads one value of a map. */
  private interface Reader<T> {
    T read(DataInputStream in) throws IOException;
  }

  static byte[] of(TrialRecord trial) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      write(out, trial);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, TrialRecord trial) throws IOException {
    out.writeUTF(trial.key());
    out.writeUTF(trial.status().text());
    out.writeUTF(TrialJson.cut(trial.reason()));
    out.writeInt(trial.epochs());
    out.writeInt(trial.bestEpoch());
    map(out, trial.rows(), DataOutputStream::writeInt);
    out.writeInt(trial.guess().classes());
    map(out, trial.guess().right(), DataOutputStream::writeInt);
    map(out, trial.last(), DataOutputStream::writeDouble);
    map(out, trial.best(), DataOutputStream::writeDouble);
    var curve = (Curve) trial.curve();
    out.writeInt(curve.size());
    for (int epoch : curve.epochs()) {
      out.writeInt(epoch);
    }
    map(out, curve.columns(), RecordBytes::numbers);
    out.writeUTF(trial.digest());
    out.writeDouble(trial.seconds());
    out.writeUTF(trial.site());
  }

  private static void numbers(DataOutputStream out, double[] values) throws IOException {
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  private static <T> void map(DataOutputStream out, Map<String, T> map, Writer<T> writer)
      throws IOException {
    out.writeInt(map.size());
    for (Map.Entry<String, T> entry : map.entrySet()) {
      out.writeUTF(entry.getKey());
      writer.write(out, entry.getValue());
    }
  }

  /**
   * The record that was written, as it would be read from its line.
   *
   * @throws IllegalArgumentException if it is none
   */
  static TrialRecord read(byte[] bytes) {
    try {
      return record(new DataInputStream(new ByteArrayInputStream(bytes)));
    } catch (IOException e) {
      throw new IllegalArgumentException(e.toString(), e);
    }
  }

  /** The arguments are read in their order. */
  private static TrialRecord record(DataInputStream in) throws IOException {
    return new TrialRecord(
        in.readUTF(),
        TrialStatus.of(in.readUTF()),
        in.readUTF(),
        in.readInt(),
        in.readInt(),
        map(in, DataInputStream::readInt),
        new Guess(in.readInt(), map(in, DataInputStream::readInt)),
        map(in, DataInputStream::readDouble),
        map(in, DataInputStream::readDouble),
        curve(in),
        in.readUTF(),
        in.readDouble(),
        // few processes train many trials
        in.readUTF().intern());
  }

  private static Curve curve(DataInputStream in) throws IOException {
    int[] epochs = new int[in.readInt()];
    for (int i = 0; i < epochs.length; i++) {
      epochs[i] = in.readInt();
    }
    return new Curve(epochs, map(in, from -> numbers(from, epochs.length)));
  }

  private static double[] numbers(DataInputStream in, int count) throws IOException {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = in.readDouble();
    }
    return values;
  }

  private static <T> Map<String, T> map(DataInputStream in, Reader<T> reader) throws IOException {
    int size = in.readInt();
    var map = new LinkedHashMap<String, T>();
    for (int i = 0; i < size; i++) {
      map.put(in.readUTF(), reader.read(in));
    }
    return map;
  }
}
