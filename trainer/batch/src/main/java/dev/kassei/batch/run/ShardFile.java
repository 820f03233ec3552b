package dev.kassei.batch.run;

import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.results.file.TextFile;
import dev.kassei.results.file.WholeFile;
import dev.kassei.results.record.BatchFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Says in a folder of which shard it is. */
public final class ShardFile {
  private ShardFile() {}

  /**
   * The shard of a folder; empty where it holds a whole batch, or none.
   *
   * @throws ExperimentException if the file says something else
   */
  public static Optional<Shard> read(Path folder) throws IOException {
    Path file = folder.resolve(BatchFiles.SHARD);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Shard.parse(TextFile.read(file).strip()));
    } catch (IllegalArgumentException e) {
      throw new ExperimentException(file.toString(), e.getMessage());
    }
  }

  /**
   * Makes a folder that of a shard, or of a whole batch, which it stays.
   *
   * @throws ExperimentException if it is that of another shard, or of a whole batch
   */
  static void claim(Path folder, Optional<Shard> shard) throws IOException {
    Optional<Shard> there = read(folder);
    boolean isUsed = Files.exists(folder.resolve(BatchFiles.CONFIG));
    if (isUsed && !there.equals(shard)) {
      throw new ExperimentException(
          "--shard",
          "'%s' is the folder of %s, not of %s; choose another with --out"
              .formatted(folder, described(there), described(shard)));
    }
    if (shard.isPresent() && there.isEmpty()) {
      WholeFile.text(
          folder.resolve(BatchFiles.SHARD), out -> out.write(shard.get().toString() + "\n"));
    }
  }

  private static String described(Optional<Shard> shard) {
    return shard.map(each -> "shard " + each).orElse("a whole batch");
  }
}
