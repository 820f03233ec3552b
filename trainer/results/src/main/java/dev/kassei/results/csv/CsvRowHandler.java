package dev.kassei.results.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.Arrays;

/** Collects the cells of a line as characters, since most become numbers and never a string. */
final class CsvRowHandler extends AbstractBaseCsvCallbackHandler<CsvRow> {
  private static final int FIRST_CHARACTERS = 1 << 10;
  private static final int FIRST_CELLS = 1 << 6;

  private char[] text = new char[FIRST_CHARACTERS];
  private int[] ends = new int[FIRST_CELLS];
  private int length;
  private int count;

  @Override
  protected void handleBegin(long line) {
    length = 0;
    count = 0;
  }

  @Override
  protected void handleField(int index, char[] from, int offset, int size, boolean quoted) {
    if (text.length - length < size) {
      text = Arrays.copyOf(text, Math.max(2 * text.length, Math.addExact(length, size)));
    }
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, 2 * count);
    }
    System.arraycopy(from, offset, text, length, size);
    length += size;
    ends[count++] = length;
  }

  @Override
  protected CsvRow buildRecord() {
    return new CsvRow(
        getStartingLineNumber(), Arrays.copyOf(text, length), Arrays.copyOf(ends, count));
  }
}
