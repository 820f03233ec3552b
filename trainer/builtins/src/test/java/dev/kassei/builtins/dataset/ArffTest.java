package dev.kassei.builtins.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kassei.api.Dataset;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArffTest {
  private static final String HEAD =
      """
      @relation fruit
      @attribute width numeric
      @attribute colour {red, green}
      @attribute kind {plum, fig}
      @data
      """;

  @TempDir Path folder;

  @Test
  void numbersNominalFeaturesAndClassesKeepTheirDeclaredOrder() throws IOException {
    Dataset data = load(HEAD + "1.5,green,fig\n-2e1,red,plum\n");
    assertThat(data.featureNames()).containsExactly("width", "colour=red", "colour=green");
    assertThat(data.features()).containsExactly(1.5, 0, 1, -20, 1, 0);
    assertThat(data.target().names()).containsExactly("kind");
    assertThat(data.target().classes()).containsExactly("plum", "fig");
    assertThat(data.targets()).containsExactly(1, 0);
  }

  @Test
  void commentsCaseQuotesTabsAndBlankLinesAreUnderstood() throws IOException {
    Dataset data =
        load(
            """
            \uFEFF% a comment, 'unclosed
            @RELATION 'two words'

            @Attribute\t'the width'\tREAL % in metres
            @ATTRIBUTE "it's" {'a, b' , 'it\\'s', "}", 10%}
              @attribute y integer
            @DATA
            % another one
            1 , 'a, b' ,1.5 % and one more
            2\t'it\\'s'\t2
            3,"}",3
            4,10%,4
            """);
    assertThat(data.featureNames())
        .containsExactly("the width", "it's=a, b", "it's=it's", "it's=}", "it's=10%");
    assertThat(data.features())
        .containsExactly(1, 1, 0, 0, 0, 2, 0, 1, 0, 0, 3, 0, 0, 1, 0, 4, 0, 0, 0, 1);
    assertThat(data.targets()).containsExactly(1.5, 2, 3, 4);
    assertThat(data.target().isClasses()).isFalse();
  }

  @Test
  void numericLabelsAreDecidedAsInCsv() throws IOException {
    String head = "@relation r\n@attribute x numeric\n@attribute y numeric\n@data\n";
    assertThat(load(head + "1,0\n2,1\n3,0\n4,1\n").target().classes()).containsExactly("0", "1");
    Dataset numbers =
        load(
            head + "1,0\n2,1\n3,0\n4,1\n",
            new Arff("d.arff", "last", Task.REGRESSION, Missing.REFUSE));
    assertThat(numbers.target().isClasses()).isFalse();
  }

  @Test
  void theLabelIsChosenByNameOrNumber() throws IOException {
    String text = HEAD + "1,red,fig\n2,green,plum\n";
    for (String label : new String[] {"colour", "2"}) {
      Dataset data = load(text, new Arff("d.arff", label, Task.AUTO, Missing.REFUSE));
      assertThat(data.target().classes()).containsExactly("red", "green");
      assertThat(data.featureNames()).containsExactly("width", "kind=plum", "kind=fig");
    }
  }

  @Test
  void gapsAreRefusedDroppedOrLeftToTheMean() throws IOException {
    String text = HEAD + "?,red,fig\n2,?,plum\n3,green,fig\n";
    assertThat(refusal(text))
        .isEqualTo(
            """
            d.arff: 2 problems
              line 6, column 1 (width): expected a number but '?' marks a missing value; fill the \
            gap, or set missing: drop, mean or most_frequent
              line 7, column 2 (colour): expected a category but '?' marks a missing value; fill \
            the gap, or set missing: drop, mean or most_frequent""");
    Dataset dropped = load(text, new Arff("d.arff", "last", Task.AUTO, Missing.DROP));
    assertThat(dropped.features()).containsExactly(3, 0, 1);
    Dataset kept = load(text, new Arff("d.arff", "last", Task.AUTO, Missing.MEAN));
    assertThat(kept.features())
        .containsExactly(Double.NaN, 1, 0, 2, Double.NaN, Double.NaN, 3, 0, 1);
  }

  @Test
  void aQuotedQuestionMarkIsAValue() throws IOException {
    Dataset data =
        load(
            """
            @relation r
            @attribute a {'?', b}
            @attribute y {u, v}
            @data
            '?',u
            b,v
            """);
    assertThat(data.features()).containsExactly(1, 0, 0, 1);
  }

  @Test
  void mistakesInRowsAreReportedTogetherWithTheirPlace() {
    assertThat(refusal(HEAD + "x,red,fig\n1,blue,fig\n1,red,date\n1,red\n1,,fig\n1,'red,fig\n"))
        .isEqualTo(
            """
            d.arff: 5 problems
              line 6, column 1 (width): expected a number but was 'x'
              line 7, column 2 (colour): expected one of red, green but was 'blue'
              line 9: expected 3 values, one for each attribute, but found 2; values with blanks \
            need quotes
              line 10, column 2 (colour): expected one of red, green but was ''
              line 11: the quote ' is not closed""");
    assertThat(refusal(HEAD + "1,red,date\n2,red,fig\n"))
        .isEqualTo("d.arff: line 6, column 3 (kind): expected one of plum, fig but was 'date'");
  }

  @Test
  void mistakesInDeclarationsAreReportedTogetherWithTheirPlace() {
    assertThat(
            refusal(
                """
                @relation r
                @attribute when date "yyyy"
                @attribute note string
                @attribute
                @attribute a
                @attribute b {x, y
                @attribute c {x, x}
                @attribute d {}
                @atribute e numeric
                @data
                """))
        .isEqualTo(
            """
            d.arff: 8 problems
              line 2: 'when' is of type date, which is no number; expected numeric, real, integer \
            or values {a, b, …}; remove the attribute
              line 3: 'note' is of type string, which is no number; expected numeric, real, \
            integer or values {a, b, …}; remove the attribute
              line 4: expected the attribute's name and type after @attribute
              line 5: expected the type of 'a': numeric, or its values {a, b, …}
              line 6: the values of 'b' do not end with }
              line 7: 'c' declares a value twice
              line 8: 'd' has no values between { and }
              line 9: expected @relation, @attribute or @data but found '@atribute'""");
  }

  @Test
  void problemsOfTheWholeFileAreClear() {
    assertThat(refusal("")).isEqualTo("d.arff: expected a line @data but there is none");
    assertThat(refusal(HEAD))
        .isEqualTo("d.arff: expected rows of numbers but there is none after @data");
    assertThat(refusal("@attribute a numeric\n@data\n1\n"))
        .isEqualTo("d.arff: line 2: expected at least two attributes before @data but found 1");
    assertThat(refusal(HEAD + "{0 1.5, 2 fig}\n"))
        .isEqualTo("d.arff: line 6: sparse rows {number value, …} are not read; write all values");
    assertThat(refusal(HEAD + "1,red,fig\n", new Arff("d.arff", "sort", Task.AUTO, Missing.MEAN)))
        .isEqualTo(
            "d.arff: there is no column 'sort' to be the label; expected one of width, colour,"
                + " kind, a number from 1 to 3, or last");
    assertThat(refusal(HEAD + "?,red,fig\n", new Arff("d.arff", "last", Task.AUTO, Missing.DROP)))
        .isEqualTo("d.arff: every row has a gap, so missing: drop leaves none; set missing: mean");
  }

  private Dataset load(String text) throws IOException {
    return load(text, new Arff("d.arff", "last", Task.AUTO, Missing.REFUSE));
  }

  private Dataset load(String text, Arff arff) throws IOException {
    Files.write(folder.resolve("d.arff"), text.getBytes(StandardCharsets.UTF_8));
    return arff.load(Sources.context(folder, 1));
  }

  private String refusal(String text) {
    return refusal(text, new Arff("d.arff", "last", Task.AUTO, Missing.REFUSE));
  }

  private String refusal(String text, Arff arff) {
    var refusal = catchThrowableOfType(IllegalArgumentException.class, () -> load(text, arff));
    return String.valueOf(refusal.getMessage()).replace(folder + "/", "");
  }
}
