package dev.kassei.export.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.kassei.fixtures.RunSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultTableTest {
  private static final List<Column> COLUMNS =
      List.of(
          new Column("trial", ColumnType.INTEGER),
          new Column("optimizer.learning_rate", ColumnType.NUMBER),
          new Column("standardize", ColumnType.TRUTH),
          new Column("model.activation", ColumnType.TEXT),
          new Column("last.test.loss", ColumnType.NUMBER));

  private static final String CSV =
      """
      trial,optimizer.learning_rate,standardize,model.activation,last.test.loss
      1,1e-3,true,"{formula: ""x, y""}",0.1
      2,.5,,mish,NaN
      9007199254740993,7,false,,
      4,,true,größer,Infinity
      """;

  @TempDir Path folder;

  private ResultTable table() throws IOException {
    return new ResultTable(Files.writeString(folder.resolve("t.csv"), CSV), COLUMNS);
  }

  @Test
  void jsonLinesHaveTypedValuesAndNullForWhatIsMissingOrNoNumber() throws IOException {
    Path file = folder.resolve("t.jsonl");
    JsonLines.write(table(), file);
    String names =
        "{\"trial\":%s,\"optimizer.learning_rate\":%s,\"standardize\":%s,\"model.activation\":%s,"
            + "\"last.test.loss\":%s}";
    assertThat(Files.readAllLines(file))
        .containsExactly(
            names.formatted("1", "0.001", "true", "\"{formula: \\\"x, y\\\"}\"", "0.1"),
            names.formatted("2", "0.5", "null", "\"mish\"", "null"),
            names.formatted("9007199254740993", "7", "false", "null", "null"),
            names.formatted("4", "null", "true", "\"größer\"", "null"));
  }

  @ParameterizedTest
  @CsvSource({"1,4", "3,2", "100,1"})
  void parquetHasTheSameValuesInGroupsOfRows(int rowsPerGroup, int groups) throws IOException {
    Path file = folder.resolve("t.parquet");
    Parquet.write(table(), file, rowsPerGroup);
    ParquetReader.Content content = ParquetReader.read(file);
    assertThat(content.groups()).hasSize(groups);
    assertThat(content.types())
        .containsExactly(
            entry("trial", "2"),
            entry("optimizer.learning_rate", "5"),
            entry("standardize", "0"),
            entry("model.activation", "6 text"),
            entry("last.test.loss", "5"));
    assertThat(content.rows().stream().map(row -> List.copyOf(row.values())))
        .containsExactly(
            List.of(1L, 0.001, true, "{formula: \"x, y\"}", 0.1),
            List.of(2L, 0.5, "null", "mish", Double.NaN),
            List.of(9007199254740993L, 7.0, false, "null", "null"),
            List.of(4L, "null", true, "größer", Double.POSITIVE_INFINITY));
  }

  /** Long lists, varints and runs are written in another form than short ones. */
  @Test
  void parquetHasManyColumnsAndRows() throws IOException {
    List<Column> columns =
        IntStream.range(0, 40)
            .mapToObj(i -> new Column("c" + i, i % 2 == 0 ? ColumnType.TRUTH : ColumnType.INTEGER))
            .toList();
    var csv = new StringBuilder(String.join(",", columns.stream().map(Column::name).toList()));
    for (int row = 0; row < 1000; row++) {
      for (int column = 0; column < 40; column++) {
        csv.append(column == 0 ? '\n' : ',');
        csv.append(column % 2 == 1 ? "" + row * column : row % 3 == 0 ? "true" : "false");
      }
    }
    Path file = folder.resolve("t.parquet");
    Parquet.write(
        new ResultTable(Files.writeString(folder.resolve("t.csv"), csv + "\n"), columns), file);
    ParquetReader.Content content = ParquetReader.read(file);
    assertThat(content.rows()).hasSize(1000);
    assertThat(content.rows().get(998)).containsEntry("c39", 998L * 39).containsEntry("c0", false);
    assertThat(content.rows().get(999)).containsEntry("c38", true);
  }

  @Test
  void aTableWithoutRowsIsAFileWithoutGroups() throws IOException {
    Path csv = Files.writeString(folder.resolve("t.csv"), CSV.lines().findFirst().get() + "\n");
    Path file = folder.resolve("t.parquet");
    Parquet.write(new ResultTable(csv, COLUMNS), file);
    assertThat(ParquetReader.read(file).rows()).isEmpty();
  }

  @Test
  void theTableOfARunHasItsEpochs() throws IOException {
    RunSample.ofClasses(folder);
    ResultTable table = ResultTable.of(folder);
    assertThat(table.columns())
        .containsExactly(
            new Column("epoch", ColumnType.INTEGER),
            new Column("train.running_loss", ColumnType.NUMBER),
            new Column("test.loss", ColumnType.NUMBER));
    RunSample.ofClasses(folder).with("metrics.csv", "epoch,train.running_loss\n0\n");
    assertThatThrownBy(() -> JsonLines.write(ResultTable.of(folder), folder.resolve("x.jsonl")))
        .hasMessageContaining("line 2 has 1 cells but there are 2 columns");
    assertThat(folder.resolve("x.jsonl")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "7,INTEGER",
    "-7,INTEGER",
    "7.0,INTEGER",
    ".5,NUMBER",
    "1e-3,NUMBER",
    ".inf,NUMBER",
    "99999999999999999999,NUMBER",
    "true,TRUTH",
    "mish,TEXT",
    "1x,TEXT"
  })
  void theTypeOfATextIsWhatYamlMeans(String text, ColumnType type) {
    assertThat(ColumnType.of(text)).isEqualTo(type);
  }

  @Test
  void typesThatMixBecomeTheNarrowestThatHoldsBoth() {
    assertThat(ColumnType.INTEGER.with(ColumnType.NUMBER)).isEqualTo(ColumnType.NUMBER);
    assertThat(ColumnType.TRUTH.with(ColumnType.INTEGER)).isEqualTo(ColumnType.TEXT);
    assertThat(ColumnType.TEXT.with(ColumnType.NUMBER)).isEqualTo(ColumnType.TEXT);
  }

  @Test
  void aFolderThatIsNeitherRunNorBatchIsRefused() {
    assertThatThrownBy(() -> ResultTable.of(folder))
        .hasMessageContaining("it holds neither run.json nor results.json");
  }
}
