package dev.kassei.experiment.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassWeightsTest {
  @TempDir private Path temporary;
  private Folder folder;

  @BeforeEach
  void inFolder() {
    folder = new Folder(temporary);
  }

  private LoadedConfig load(String weights) {
    return folder.load("training: {class_weights: " + weights + "}");
  }

  @Test
  void aWordOrAMapOfClasses() {
    assertThat(load("balanced").experiment().training().classWeights())
        .contains(new ClassWeights());
    assertThat(load("{no: 1, yes: 5.5}").experiment().training().classWeights())
        .contains(new ClassWeights(Map.of("no", 1.0, "yes", 5.5)));
    assertThat(load("~").experiment().training().classWeights()).isEmpty();
  }

  @Test
  void theEffectiveConfigurationSaysTheSame() {
    assertThat(load("balanced").effective()).contains("\n  class_weights: balanced\n");
    assertThat(load("{yes: 5.5, no: 1}").effective())
        .contains("\n  class_weights:\n    yes: 5.5\n    no: 1\n");
    for (String weights : new String[] {"balanced", "{yes: 5.5, no: 1}", "~"}) {
      String text = load(weights).effective();
      assertThat(folder.loadWhole(text).effective()).isEqualTo(text);
    }
  }

  @Test
  void whatIsNeitherIsRefused() {
    assertThat(folder.problems("training: {class_weights: even}"))
        .containsExactly(
            "main.yaml:2:27: training.class_weights: expected one of balanced but was 'even'");
    assertThat(folder.problems("training: {class_weights: {yes: much}}"))
        .containsExactly(
            "main.yaml:2:33: training.class_weights.yes: expected a number but was 'much'");
    assertThat(folder.problems("training: {class_weights: {yes: -1}}"))
        .singleElement()
        .asString()
        .contains("the weight of the class 'yes' must be finite and not negative but was -1.0");
    assertThat(folder.problems("training: {class_weights: [1, 2]}"))
        .singleElement()
        .asString()
        .contains("expected one of balanced or a map of names to numbers but was a list");
  }
}
