package dev.kassei.cli.command;

import dev.kassei.cli.project.ShellWord;
import dev.kassei.experiment.checkpoint.RunCheckpoint;
import dev.kassei.results.RunFolder;
import dev.kassei.results.record.RunFiles;
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
      report(new RunFolder(folder), err);
    }
  }

  /** Says it of a run, and how it continues, if it can. */
  static void report(RunFolder run, PrintWriter err) throws IOException {
    RunStatus status = run.record().status();
    if (status != RunStatus.COMPLETED) {
      err.println(
          "the run was not completed but %s, as its run.json says%s"
              .formatted(status.name().toLowerCase(Locale.ROOT), continuing(run.path())));
    }
  }

  private static String continuing(Path run) throws IOException {
    return RunCheckpoint.isResumable(run)
        ? "; continue it with: kassei run " + ShellWord.of(run)
        : "";
  }
}
