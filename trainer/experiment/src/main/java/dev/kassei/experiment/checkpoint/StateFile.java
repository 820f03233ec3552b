package dev.kassei.experiment.checkpoint;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Precision;
import dev.kassei.experiment.training.TrialState;
import dev.kassei.results.Epochs;
import dev.kassei.results.Safetensors;
import dev.kassei.results.Tensor;
import dev.kassei.results.file.Sync;
import dev.kassei.results.file.WholeFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * The state of a trial as a file of tensors in float64, which holds every float32 exactly. One of
 * them names the trial by its key. The last number of the file, the tensor {@code crc32c}, is the
 * sum of all its bytes, header and names among them, with 0 in the place of the sum.
 */
final class StateFile {
  private static final String KEY = "key.";
  private static final String POSITION = "position";
  private static final String EPOCHS = "epochs.";
  private static final String TENSOR = "tensor.";
  private static final String MEMORY = "memory.";
  private static final String MEASURED = "measured";
  private static final String SECONDS = "seconds";
  private static final String RECORDED = "recorded.";
  private static final String BEST = "best";
  private static final String BEST_TENSOR = "best.tensor.";
  private static final String SUM = "crc32c";

  private StateFile() {}

  /** Writes the state of the trial with a key. */
  static void write(String key, TrialState state, Path file, Sync sync) throws IOException {
    List<Tensor> tensors = tensors(key, state);
    tensors.add(tensor(SUM, 0));
    tensors.set(tensors.size() - 1, tensor(SUM, sum(tensors)));
    WholeFile.synced(file, sync, out -> Safetensors.write(tensors, out));
  }

  private static double sum(List<Tensor> tensors) throws IOException {
    var out = new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32C());
    Safetensors.write(tensors, out);
    return (double) out.getChecksum().getValue();
  }

  private static List<Tensor> tensors(String key, TrialState state) {
    var tensors = new ArrayList<Tensor>();
    tensors.add(tensor(KEY + key));
    TrialState.Position position = state.position();
    tensors.add(tensor(POSITION, (double) position.steps(), position.rows(), position.lossSum()));
    state
        .epochs()
        .names()
        .forEach(name -> tensors.add(tensor(EPOCHS + name, state.epochs().column(name))));
    tensors.add(tensor(MEASURED, measured(state.epochs())));
    tensors.add(tensor(SECONDS, state.seconds()));
    state.tensors().forEach((name, values) -> tensors.add(tensor(TENSOR + name, values)));
    state.memory().forEach((name, values) -> tensors.add(tensor(MEMORY + name, values)));
    state.recorded().forEach((name, values) -> tensors.add(tensor(RECORDED + name, values)));
    if (state.best().isPresent()) {
      TrialState.Best best = state.best().get();
      tensors.add(tensor(BEST, best.epoch(), (double) best.step(), best.waited(), best.value()));
      best.tensors().forEach((name, values) -> tensors.add(tensor(BEST_TENSOR + name, values)));
    }
    return tensors;
  }

  private static double[] measured(Epochs epochs) {
    return IntStream.range(0, epochs.size()).mapToDouble(epochs::measured).toArray();
  }

  private static Tensor tensor(String name, double... values) {
    return new Tensor(name, Precision.FLOAT64, List.of(values.length), values);
  }

  /**
   * Reads the state of the trial with a key.
   *
   * @throws IllegalArgumentException if it is damaged, or another trial's
   */
  static TrialState read(String key, Path file) throws IOException {
    checkSum(file);
    Map<String, Tensor> tensors = Safetensors.read(file);
    require(tensors.remove(KEY + key) != null, "it is not the state of this trial");
    tensors.remove(SUM);
    double[] position = numbers(tensors, POSITION, 3);
    Epochs epochs = epochs(take(EPOCHS, tensors), take(MEASURED, tensors));
    double[] seconds = numbers(tensors, SECONDS, epochs.size() + 1);
    Optional<TrialState.Best> best = best(tensors);
    var state =
        new TrialState(
            new TrialState.Position((long) position[0], (int) position[1], position[2]),
            epochs,
            seconds,
            take(TENSOR, tensors),
            take(MEMORY, tensors),
            best,
            take(RECORDED, tensors));
    require(tensors.isEmpty(), "it has tensors that no state has: %s", tensors.keySet());
    return state;
  }

  /**
   * The key of the trial whose state a file holds.
   *
   * @throws IllegalArgumentException if it is damaged
   */
  static String key(Path file) throws IOException {
    checkSum(file);
    return Safetensors.read(file).keySet().stream()
        .filter(name -> name.startsWith(KEY))
        .map(name -> name.substring(KEY.length()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("it names no trial"));
  }

  private static void checkSum(Path file) throws IOException {
    long before = Files.size(file) - Double.BYTES;
    require(before > 0, "it is empty or torn");
    var sum = new CRC32C();
    try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      add(in, before, sum);
      sum.update(new byte[Double.BYTES]);
      byte[] written = in.readNBytes(Double.BYTES);
      long bits = ByteBuffer.wrap(written).order(ByteOrder.LITTLE_ENDIAN).getLong();
      require(
          bits == Double.doubleToRawLongBits((double) sum.getValue()),
          "its check sum is wrong: it is damaged, or an older version's");
    }
  }

  private static void add(InputStream in, long bytes, CRC32C sum) throws IOException {
    byte[] block = new byte[1 << 16];
    for (long left = bytes; left > 0; ) {
      int read = in.read(block, 0, (int) Math.min(block.length, left));
      require(read > 0, "it ended while it was read");
      sum.update(block, 0, read);
      left -= read;
    }
  }

  private static Epochs epochs(Map<String, double[]> columns, Map<String, double[]> measured) {
    var epochs = new Epochs(List.copyOf(columns.keySet()));
    int count = columns.values().iterator().next().length;
    require(
        Stream.concat(columns.values().stream(), measured.values().stream())
                .allMatch(column -> column.length == count)
            && measured.size() == 1,
        "its metrics have different numbers of epochs");
    for (int epoch = 0; epoch < count; epoch++) {
      int at = epoch;
      int first = (int) measured.values().iterator().next()[epoch];
      epochs.append(first, columns.values().stream().mapToDouble(column -> column[at]).toArray());
    }
    return epochs;
  }

  private static Optional<TrialState.Best> best(Map<String, Tensor> tensors) {
    if (!tensors.containsKey(BEST)) {
      return Optional.empty();
    }
    double[] numbers = numbers(tensors, BEST, 4);
    return Optional.of(
        new TrialState.Best(
            (int) numbers[0],
            (long) numbers[1],
            (int) numbers[2],
            numbers[3],
            take(BEST_TENSOR, tensors)));
  }

  private static double[] numbers(Map<String, Tensor> tensors, String name, int count) {
    Tensor tensor = tensors.remove(name);
    require(
        tensor != null && tensor.values().length == count,
        "it should have %s numbers called '%s'",
        count,
        name);
    return tensor.values();
  }

  /** Takes out what has a prefix, which the names lose. */
  private static Map<String, double[]> take(String prefix, Map<String, Tensor> tensors) {
    var found = new LinkedHashMap<String, double[]>();
    tensors.forEach(
        (name, tensor) -> {
          if (name.startsWith(prefix)) {
            found.put(name.substring(prefix.length()), tensor.values());
          }
        });
    tensors.keySet().removeIf(name -> name.startsWith(prefix));
    return found;
  }
}
