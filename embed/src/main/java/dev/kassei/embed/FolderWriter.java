package dev.kassei.embed;

import dev.kassei.results.RunFolder;
import java.io.IOException;

/** Writes a model into an empty folder. */
@FunctionalInterface
interface FolderWriter {
  void write(RunFolder folder) throws IOException;
}
