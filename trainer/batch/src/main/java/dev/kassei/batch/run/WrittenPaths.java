package dev.kassei.batch.run;

import dev.kassei.batch.worker.Message;
import dev.kassei.batch.worker.Message.Refused;
import dev.kassei.batch.worker.Message.Unrun;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Names files in messages as the configuration writes them, where a worker has copies of them:
 * those are gone once it ends.
 */
final class WrittenPaths {
  private final List<Copy> copies;

  private record Copy(String path, String written) {}

  /**
   * @param names what copies are called, by the path as the configuration writes it
   * @param root the folder of copies
   */
  WrittenPaths(Map<String, String> names, Path root) {
    // a folder of copies may begin as another's name does
    copies =
        names.entrySet().stream()
            .map(entry -> new Copy(root.resolve(entry.getValue()).toString(), entry.getKey()))
            .sorted(Comparator.comparingInt((Copy copy) -> copy.path().length()).reversed())
            .toList();
  }

  /** The message with these names. */
  Message in(Message message) {
    if (message instanceof Unrun unrun) {
      return new Unrun(unrun.key(), in(unrun.reason()), unrun.advice(), unrun.isTemporary());
    }
    return message instanceof Refused refused
        ? new Refused(in(refused.reason()), refused.isTemporary())
        : message;
  }

  private String in(String text) {
    String named = text;
    for (Copy copy : copies) {
      named = named.replace(copy.path(), copy.written());
    }
    return named;
  }
}
