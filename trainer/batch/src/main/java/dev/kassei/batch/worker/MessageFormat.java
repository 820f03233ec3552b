package dev.kassei.batch.worker;

import dev.kassei.batch.worker.Message.Alive;
import dev.kassei.batch.worker.Message.Begin;
import dev.kassei.batch.worker.Message.Done;
import dev.kassei.batch.worker.Message.Ended;
import dev.kassei.batch.worker.Message.Group;
import dev.kassei.batch.worker.Message.Order;
import dev.kassei.batch.worker.Message.Ready;
import dev.kassei.batch.worker.Message.Refused;
import dev.kassei.batch.worker.Message.Result;
import dev.kassei.batch.worker.Message.Train;
import dev.kassei.batch.worker.Message.Unrun;
import dev.kassei.results.record.SurfaceRecord;
import dev.kassei.results.record.SurfacesRecord;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Messages as bytes: a letter that tells the kind, and the components in their order. */
final class MessageFormat {
  private static final int BEGIN = 'B';
  private static final int TRAIN = 'T';
  private static final int READY = 'R';
  private static final int ALIVE = 'A';
  private static final int ENDED = 'E';
  private static final int UNRUN = 'U';
  private static final int DONE = 'D';
  private static final int REFUSED = 'X';

  private MessageFormat() {}

  /** Writes one thing of a list. */
  private interface Writer<T> {
    void write(DataOutputStream out, T value) throws IOException;
  }

  /** Reads one thing of a list. */
  private interface Reader<T> {
    T read(DataInputStream in) throws IOException;
  }

  static void write(DataOutputStream out, Message message) throws IOException {
    if (message instanceof Begin begin) {
      begin(out, begin);
    } else if (message instanceof Train train) {
      out.writeByte(TRAIN);
      list(out, train.groups(), MessageFormat::group);
    } else if (message instanceof Ready ready) {
      out.writeByte(READY);
      map(out, ready.facts());
    } else if (message instanceof Alive) {
      out.writeByte(ALIVE);
    } else if (message instanceof Ended ended) {
      out.writeByte(ENDED);
      list(out, ended.results(), MessageFormat::result);
    } else if (message instanceof Unrun unrun) {
      out.writeByte(UNRUN);
      text(out, unrun.key());
      text(out, unrun.reason());
      text(out, unrun.advice());
      out.writeBoolean(unrun.isTemporary());
    } else if (message instanceof Done) {
      out.writeByte(DONE);
    } else if (message instanceof Refused refused) {
      out.writeByte(REFUSED);
      text(out, refused.reason());
      out.writeBoolean(refused.isTemporary());
    }
  }

  /** The message that was written; the arguments are read in their order. */
  static Message read(DataInputStream in) throws IOException {
    int kind = in.readUnsignedByte();
    return switch (kind) {
      case BEGIN ->
          new Begin(
              text(in), text(in), text(in), text(in), map(in), text(in), in.readInt(), text(in));
      case TRAIN -> new Train(list(in, MessageFormat::group));
      case READY -> new Ready(map(in));
      case ALIVE -> new Alive();
      case ENDED -> new Ended(list(in, MessageFormat::result));
      case UNRUN -> new Unrun(text(in), text(in), text(in), in.readBoolean());
      case DONE -> new Done();
      case REFUSED -> new Refused(text(in), in.readBoolean());
      default -> throw new IOException("a message of the unknown kind " + kind);
    };
  }

  private static void begin(DataOutputStream out, Begin begin) throws IOException {
    out.writeByte(BEGIN);
    text(out, begin.code());
    text(out, begin.release());
    text(out, begin.source());
    text(out, begin.yaml());
    map(out, begin.copies());
    text(out, begin.checkpoints());
    out.writeInt(begin.threads());
    text(out, begin.kernels());
  }

  private static void group(DataOutputStream out, Group group) throws IOException {
    list(out, group.orders(), MessageFormat::order);
  }

  private static Group group(DataInputStream in) throws IOException {
    return new Group(list(in, MessageFormat::order));
  }

  private static void order(DataOutputStream out, Order order) throws IOException {
    out.writeBoolean(order.isCandidate());
    out.writeInt(order.number());
    map(out, order.axes());
    text(out, order.key());
    out.writeBoolean(order.isRecorded());
  }

  private static Order order(DataInputStream in) throws IOException {
    return new Order(in.readBoolean(), in.readInt(), map(in), text(in), in.readBoolean());
  }

  private static void result(DataOutputStream out, Result result) throws IOException {
    out.writeInt(result.record().length);
    out.write(result.record());
    text(out, result.line());
    list(out, result.surfaces().stream().toList(), MessageFormat::surfaces);
  }

  private static Result result(DataInputStream in) throws IOException {
    return new Result(
        in.readNBytes(in.readInt()),
        text(in),
        list(in, MessageFormat::surfaces).stream()
            .map(Optional::of)
            .findFirst()
            .orElse(Optional.empty()));
  }

  private static void surfaces(DataOutputStream out, SurfacesRecord surfaces) throws IOException {
    numbers(out, surfaces.x1());
    numbers(out, surfaces.x2());
    list(out, surfaces.surfaces(), MessageFormat::surface);
  }

  private static SurfacesRecord surfaces(DataInputStream in) throws IOException {
    return new SurfacesRecord(numbers(in), numbers(in), list(in, MessageFormat::surface));
  }

  private static void surface(DataOutputStream out, SurfaceRecord surface) throws IOException {
    out.writeInt(surface.epoch());
    text(out, surface.column());
    numbers(out, surface.values());
  }

  private static SurfaceRecord surface(DataInputStream in) throws IOException {
    return new SurfaceRecord(in.readInt(), text(in), numbers(in));
  }

  private static <T> void list(DataOutputStream out, List<T> values, Writer<T> writer)
      throws IOException {
    out.writeInt(values.size());
    for (T value : values) {
      writer.write(out, value);
    }
  }

  private static <T> List<T> list(DataInputStream in, Reader<T> reader) throws IOException {
    int size = in.readInt();
    var values = new ArrayList<T>();
    for (int i = 0; i < size; i++) {
      values.add(reader.read(in));
    }
    return values;
  }

  private static void map(DataOutputStream out, Map<String, String> map) throws IOException {
    out.writeInt(map.size());
    for (Map.Entry<String, String> entry : map.entrySet()) {
      text(out, entry.getKey());
      text(out, entry.getValue());
    }
  }

  private static Map<String, String> map(DataInputStream in) throws IOException {
    int size = in.readInt();
    var map = new LinkedHashMap<String, String>();
    for (int i = 0; i < size; i++) {
      map.put(text(in), text(in));
    }
    return Collections.unmodifiableMap(map);
  }

  private static void numbers(DataOutputStream out, double[] values) throws IOException {
    out.writeInt(values.length);
    for (double value : values) {
      // the very bits, those of a NaN among them
      out.writeLong(Double.doubleToRawLongBits(value));
    }
  }

  private static double[] numbers(DataInputStream in) throws IOException {
    double[] values = new double[in.readInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = Double.longBitsToDouble(in.readLong());
    }
    return values;
  }

  /** Of any length, which {@code writeUTF} does not take. */
  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }
}
