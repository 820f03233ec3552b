package dev.kassei.cli.sheet;

import dev.kassei.cli.terminal.Terminal;
import dev.kassei.results.text.AlignedTable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** A table of aligned columns, which folds where the terminal is narrow. */
public final class TextTable {
  private final List<List<String>> rows = new ArrayList<>();

  public TextTable(String... header) {
    rows.add(List.of(header));
  }

  public void add(String... cells) {
    rows.add(List.of(cells));
  }

  public void print(PrintWriter out) {
    new AlignedTable(rows, AlignedTable.Side.LEFT)
        .lines(Terminal.outputColumns())
        .forEach(out::println);
  }
}
