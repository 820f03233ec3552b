package dev.kassei.trainer.batch;

import dev.kassei.api.Precision;
import dev.kassei.trainer.config.Checkpoint;
import dev.kassei.trainer.result.Epochs;
import dev.kassei.trainer.result.Safetensors;
import dev.kassei.trainer.result.Tensor;
import dev.kassei.trainer.result.WholeFile;
import dev.kassei.trainer.training.Checkpoints;
import dev.kassei.trainer.training.TrialState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * The states of trials on their way, a file each, named by the trial's key: tensors in float64,
 * which holds every float32 exactly, and a sum that tells damage. A damaged state is as none: the
 * trial begins anew. For use by several threads.
 */
final class CheckpointFolder {
  private static final String ENDING = ".safetensors";
  private static final String STEPS = "steps";
  private static final String SUM = "crc32c";
  private static final String EPOCHS = "epochs.";
  private static final String TENSOR = "tensor.";
  private static final String BEST = "best";
  private static final String BEST_TENSOR = "best.tensor.";
  private static final double NANOSECONDS_A_MINUTE = 60e9;

  private final Path path;
  private final Checkpoint when;
  private final Set<String> there;

  /** The states in a folder, which need not exist. */
  CheckpointFolder(Path path, Checkpoint when) throws IOException {
    this.path = path;
    this.when = when;
    this.there = ConcurrentHashMap.newKeySet();
    if (Files.isDirectory(path)) {
      try (Stream<Path> files = Files.list(path)) {
        there.addAll(
            files
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(ENDING))
                .map(name -> name.substring(0, name.length() - ENDING.length()))
                .collect(Collectors.toSet()));
      }
    }
  }

  /** Where a trial goes on; empty if it begins. */
  Optional<TrialState> find(String key) {
    if (!there.contains(key)) {
      return Optional.empty();
    }
    try {
      return state(Safetensors.read(file(key)));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Takes the states of trials trained together. */
  Checkpoints of(List<String> keys) {
    return new Checkpoints() {
      private long last = System.nanoTime();

      @Override
      public boolean areDue(int epochs) {
        if (when.epochs() > 0 && epochs % when.epochs() == 0) {
          return true;
        }
        long now = System.nanoTime();
        boolean isTime = when.minutes() > 0 && now - last > when.minutes() * NANOSECONDS_A_MINUTE;
        last = isTime ? now : last;
        return isTime;
      }

      @Override
      public void keep(int trial, TrialState state) {
        try {
          write(keys.get(trial), state);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  private void write(String key, TrialState state) throws IOException {
    Files.createDirectories(path);
    List<Tensor> tensors = tensors(state);
    tensors.add(tensor(SUM, sum(tensors)));
    WholeFile.bytes(file(key), out -> Safetensors.write(tensors, out));
    there.add(key);
  }

  /** Forgets a trial that has ended. */
  void remove(String key) throws IOException {
    if (there.remove(key)) {
      Files.deleteIfExists(file(key));
    }
  }

  /** Forgets all, once every trial has ended, and what a killed process left half written. */
  void clear() throws IOException {
    there.clear();
    if (!Files.isDirectory(path)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> all = Files.list(path)) {
      files = all.toList();
    }
    boolean areAllOurs = true;
    for (Path file : files) {
      boolean isOurs = file.getFileName().toString().contains(ENDING);
      areAllOurs &= isOurs && Files.deleteIfExists(file);
    }
    if (areAllOurs) {
      Files.delete(path);
    }
  }

  private Path file(String key) {
    return path.resolve(key + ENDING);
  }

  private static List<Tensor> tensors(TrialState state) {
    var tensors = new ArrayList<Tensor>();
    tensors.add(tensor(STEPS, (double) state.steps()));
    state
        .epochs()
        .names()
        .forEach(name -> tensors.add(tensor(EPOCHS + name, state.epochs().column(name))));
    state.tensors().forEach((name, values) -> tensors.add(tensor(TENSOR + name, values)));
    if (state.best().isPresent()) {
      TrialState.Best best = state.best().get();
      tensors.add(tensor(BEST, best.epoch(), best.waited(), best.value()));
      best.tensors().forEach((name, values) -> tensors.add(tensor(BEST_TENSOR + name, values)));
    }
    return tensors;
  }

  private static Tensor tensor(String name, double... values) {
    return new Tensor(name, Precision.FLOAT64, List.of(values.length), values);
  }

  private static double sum(Iterable<Tensor> tensors) {
    var crc = new CRC32C();
    var bytes = ByteBuffer.allocate(Double.BYTES);
    for (Tensor tensor : tensors) {
      for (double value : tensor.values()) {
        crc.update(bytes.clear().putDouble(value).flip());
      }
    }
    return (double) crc.getValue();
  }

  private static Optional<TrialState> state(Map<String, Tensor> file) {
    Tensor sum = file.remove(SUM);
    if (sum == null || sum.values()[0] != sum(file.values())) {
      return Optional.empty();
    }
    Map<String, double[]> epochs = under(EPOCHS, file);
    var metrics = new Epochs(List.copyOf(epochs.keySet()));
    int count = epochs.values().iterator().next().length;
    for (int epoch = 0; epoch < count; epoch++) {
      int at = epoch;
      metrics.append(epochs.values().stream().mapToDouble(column -> column[at]).toArray());
    }
    Optional<TrialState.Best> best = Optional.empty();
    if (file.containsKey(BEST)) {
      double[] numbers = file.get(BEST).values();
      best =
          Optional.of(
              new TrialState.Best(
                  (int) numbers[0], (int) numbers[1], numbers[2], under(BEST_TENSOR, file)));
    }
    long steps = (long) file.get(STEPS).values()[0];
    return Optional.of(new TrialState(steps, metrics, under(TENSOR, file), best));
  }

  private static Map<String, double[]> under(String prefix, Map<String, Tensor> file) {
    var found = new LinkedHashMap<String, double[]>();
    file.forEach(
        (name, tensor) -> {
          if (name.startsWith(prefix)) {
            found.put(name.substring(prefix.length()), tensor.values());
          }
        });
    return found;
  }
}
