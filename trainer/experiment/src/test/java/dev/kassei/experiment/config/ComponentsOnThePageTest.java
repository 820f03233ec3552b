package dev.kassei.experiment.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Layer;
import dev.kassei.builtins.layer.Dense;
import dev.kassei.experiment.plugin.Families;
import dev.kassei.experiment.plugin.Plugins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.example.Stages;
import org.example.Stages.Stage;
import org.example.Stages.Times;
import org.junit.jupiter.api.Test;

/** The record of docs/writing-a-plugin.md that has every annotation stands there and is bound. */
final class ComponentsOnThePageTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "writing-a-plugin.md");
  private static final Pattern YAML = Pattern.compile("```yaml stages[.]yaml\n((?s).*?)```");

  @Test
  void thePageShowsTheSource() throws IOException {
    String source =
        Files.readString(Path.of("src", "test", "java", "org", "example", "Stages.java"));

    assertThat(Files.readString(PAGE)).contains("```java source Stages\n" + source + "```\n");
  }

  @Test
  void theYamlBesideItIsRead() throws IOException {
    MatchResult yaml = YAML.matcher(Files.readString(PAGE)).results().findFirst().orElseThrow();

    Layer layer =
        new ConfigLoader(Plugins.builtIn().with(new Stages()))
            .plugin(Families.LAYER, "the page", yaml.group(1))
            .plugin();

    var stages = (Stages) layer;
    assertThat(stages.reasons()).isEqualTo(Optional.of("notes/stages.txt"));
    assertThat(stages.stages())
        .extracting(Stage::times)
        .isEqualTo(List.of(new Times(2), new Times(1)));
    assertThat(stages.stages().get(0).layer()).isInstanceOf(Dense.class);
  }
}
