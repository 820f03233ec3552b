package dev.kassei.batch.run;

import dev.kassei.batch.worker.WorkerLink;
import dev.kassei.batch.worker.WorkerPool;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Workers of this machine. */
record ProcessPool(int size, WorkerLink.Launcher launcher) implements WorkerPool {
  @Override
  public Optional<Map<String, String>> copies() {
    return Optional.empty();
  }

  @Override
  public boolean isAlive() {
    return true;
  }

  @Override
  public WorkerLink start(Consumer<String> output) throws IOException {
    return launcher.start(output);
  }

  @Override
  public void close() {}
}
