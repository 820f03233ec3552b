package dev.kassei.embed;

import dev.kassei.api.Epoch;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Who is told of what happens, and who may end it. */
record Watch(Consumer<Epoch> onEpoch, Consumer<Progress> onProgress, BooleanSupplier stop) {
  static final Watch NONE = new Watch(epoch -> {}, progress -> {}, () -> false);

  Watch onEpoch(Consumer<Epoch> another) {
    return new Watch(onEpoch.andThen(another), onProgress, stop);
  }

  Watch onProgress(Consumer<Progress> another) {
    return new Watch(onEpoch, onProgress.andThen(another), stop);
  }

  Watch stopWhen(BooleanSupplier another) {
    return new Watch(onEpoch, onProgress, () -> stop.getAsBoolean() || another.getAsBoolean());
  }
}
