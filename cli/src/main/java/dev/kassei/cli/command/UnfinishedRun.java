package dev.kassei.cli.command;

import dev.kassei.results.RunFolder;
import dev.kassei.results.record.RunFiles;
import dev.kassei.results.record.RunRecord;
import dev.kassei.results.record.RunStatus;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Says of a run whose network is used that it did not come to its end. */
final class UnfinishedRun {
  private UnfinishedRun() {}

  /** Says it of the run in a folder, which may be that of a batch. */
  static void report(Path folder, PrintWriter err) throws IOException {
    if (Files.exists(folder.resolve(RunFiles.RUN))) {
      report(new RunFolder(folder).record(), err);
    }
  }

  /** Says it of a run. */
  static void report(RunRecord run, PrintWriter err) {
    if (run.status() != RunStatus.COMPLETED) {
      err.println(
          "the run was not completed but %s, as its run.json says"
              .formatted(run.status().name().toLowerCase(Locale.ROOT)));
    }
  }
}
