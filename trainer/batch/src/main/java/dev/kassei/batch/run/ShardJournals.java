package dev.kassei.batch.run;

import dev.kassei.results.file.Background;
import dev.kassei.results.record.BatchFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * The journals of folders that are to be merged, read on a thread of their own: that takes about as
 * long as to load the plan, which can be done meanwhile.
 */
public final class ShardJournals {
  private final List<Path> folders;
  private final Background<Queue<List<Journal.Entry>>> reading;

  /**
   * Begins to read.
   *
   * @param folders those of shards, or of the same batch as a whole
   */
  public ShardJournals(List<Path> folders) {
    this.folders = List.copyOf(folders);
    this.reading = new Background<>("kassei-journals", this::read);
  }

  private Queue<List<Journal.Entry>> read() throws IOException {
    var journals = new ArrayDeque<List<Journal.Entry>>();
    for (Path folder : folders) {
      var entries = new ArrayList<Journal.Entry>();
      Journal.readEntries(folder.resolve(BatchFiles.JOURNAL), entries::add);
      journals.add(entries);
    }
    return journals;
  }

  /** Whose journals these are, in their order. */
  public List<Path> folders() {
    return folders;
  }

  /** What the journal of the next folder holds. It is given once, and its lines can then go. */
  List<Journal.Entry> next() throws IOException {
    return reading.join().remove();
  }
}
