package dev.kassei.builtins.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kassei.api.Dataset;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenMlTest {
  private static final String XML =
      """
      <oml:data_set_description xmlns:oml="http://openml.org/openml">
        <oml:id>1</oml:id>
        <oml:name>fruit</oml:name>
        <oml:format>ARFF</oml:format>
        <oml:default_target_attribute>kind</oml:default_target_attribute>
        <oml:row_id_attribute>number</oml:row_id_attribute>
        <oml:ignore_attribute>note</oml:ignore_attribute>
        <oml:status>active</oml:status>
      </oml:data_set_description>
      """;

  private static final String JSON =
      """
      {"data_set_description": {"id": "1", "name": "fruit", "default_target_attribute": "kind",
       "row_id_attribute": "number", "ignore_attribute": ["note"], "tag": ["study_1"]}}
      """;

  @TempDir Path folder;

  @BeforeEach
  void writeData() throws IOException {
    write(
        "dataset.arff",
        """
        @RELATION fruit
        @ATTRIBUTE number INTEGER
        @ATTRIBUTE kind {plum, fig}
        @ATTRIBUTE note STRING
        @ATTRIBUTE width REAL
        @DATA
        7,fig,'ripe, soft',1.5
        8,plum,?,2
        """);
  }

  @Test
  void theDescriptionInXmlSaysWhatIsLearnedAndWhatIsNoFeature() throws IOException {
    write("description.xml", XML);
    assertFruit(load(Optional.empty(), List.of()));
  }

  @Test
  void theDescriptionInJsonSaysTheSame() throws IOException {
    write("description.json", JSON);
    assertFruit(load(Optional.empty(), List.of()));
  }

  private static void assertFruit(Dataset data) {
    assertThat(data.featureNames()).containsExactly("width");
    assertThat(data.features()).containsExactly(1.5, 2);
    assertThat(data.target().names()).containsExactly("kind");
    assertThat(data.target().classes()).containsExactly("plum", "fig");
    assertThat(data.targets()).containsExactly(1, 0);
  }

  @Test
  void anotherLabelAndFurtherIgnoredAttributesCanBeChosen() throws IOException {
    write("description.xml", XML);
    Dataset data = load(Optional.of("number"), List.of("width"));
    assertThat(data.featureNames()).containsExactly("kind=plum", "kind=fig");
    assertThat(data.target().names()).containsExactly("number");
  }

  @Test
  void severalDefaultTargetsNeedAChoice() throws IOException {
    write("description.xml", XML.replace(">kind<", ">kind,width<"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> load(Optional.empty(), List.of()))
        .withMessageEndingWith(
            "it names several attributes to learn, kind, width; choose one with label");
  }

  @Test
  void whatIsNotThereOrNotReadIsSaid() throws IOException {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> load(Optional.empty(), List.of()))
        .withMessageContaining("with dataset.arff and description.xml or description.json");
    write(
        "description.xml",
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + XML.replace("fruit", "&e;"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> load(Optional.empty(), List.of()))
        .withMessageContaining("it is not the XML of a description");
    write("description.xml", XML);
    Files.delete(folder.resolve("dataset.arff"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> load(Optional.empty(), List.of()))
        .withMessageContaining("fetch the ARFF file");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> openMl(Optional.empty(), List.of(), Missing.DROP))
        .withMessageContaining("change the numbers of the rows");
  }

  private static OpenMl openMl(Optional<String> label, List<String> ignore, Missing missing) {
    return new OpenMl(".", label, ignore, Task.AUTO, missing);
  }

  private Dataset load(Optional<String> label, List<String> ignore) throws IOException {
    return openMl(label, ignore, Missing.REFUSE).load(Sources.context(folder, 0));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void bytesThatAreNoTextAreOneProblemAndNothingIsPrinted() throws IOException {
    PrintStream err = System.err;
    var printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      for (String name : List.of("description.json", "description.xml")) {
        Files.write(folder.resolve(name), new byte[] {'<', (byte) 0xC3, '(', 0});
        assertThatIllegalArgumentException()
            .isThrownBy(() -> load(Optional.empty(), List.of()))
            .withMessageEndingWith(
                name + ": expected a description, which is text in UTF-8, but it is not");
      }
    } finally {
      System.setErr(err);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    write("description.xml", "a\nb");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> load(Optional.empty(), List.of()))
        .withMessageEndingWith(
            "description.xml: it is not the XML of a description: line 1: Content is not allowed in prolog.");
    write("description.xml", "\uFEFF" + XML);
    assertFruit(load(Optional.empty(), List.of()));
  }
}
