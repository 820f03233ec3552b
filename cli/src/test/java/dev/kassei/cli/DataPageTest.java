package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in {@code docs/data.md} is true: its files are read, its experiments run. */
class DataPageTest {
  private static final Path PAGE = Path.of("..", "docs", "data.md");
  private static final Pattern FILE =
      Pattern.compile(
          "^```(?:csv|yaml|xml|arff) (\\S+)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern REPORT =
      Pattern.compile("^```report\n(.*?)\n```$", Pattern.DOTALL | Pattern.MULTILINE);

  private static final Pattern HINT =
      Pattern.compile("^```hint\n(.*?)\n```$", Pattern.DOTALL | Pattern.MULTILINE);

  @TempDir Path folder;
  private final Map<String, String> files = new LinkedHashMap<>();
  private String page = "";

  @BeforeEach
  void write() throws IOException {
    page = Files.readString(PAGE);
    FILE.matcher(page).results().forEach(match -> files.put(match.group(1), match.group(2)));
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  private Invocation run(String file) {
    return Invocation.of("run", folder.resolve(file), "--out", folder.resolve("runs"));
  }

  @Test
  void theTableOfFlatsIsLearned() {
    assertThat(run("flats.yaml").done().out()).contains("Task: regression with 1 target");
  }

  @Test
  void theScaleOfTheRentsIsNamedAsShownUntilTargetsAreScaled() {
    String hint = HINT.matcher(page).results().findFirst().orElseThrow().group(1);
    assertThat(run("flats.yaml").done().out()).contains(hint);
    assertThat(run("scaled.yaml").done().out()).doesNotContain("far from 0 and 1");
  }

  @Test
  void picturesAreLearnedFromFoldersAndFromCoordinates() throws IOException {
    for (int i = 0; i < 6; i++) {
      var picture = new BufferedImage(5, 4 + i % 2, BufferedImage.TYPE_INT_RGB);
      picture.setRGB(i % 5, 1, 0xffffff);
      Path file = folder.resolve("pictures").resolve(i % 2 == 0 ? "even" : "odd");
      Files.createDirectories(file);
      assertThat(ImageIO.write(picture, "png", file.resolve(i + ".png").toFile())).isTrue();
    }
    assertThat(run("pictures.yaml").done().out()).contains("classification with 2 classes");
    assertThat(run("fit.yaml").done().out()).contains("regression with 1 target");
  }

  @Test
  void theDataAndTheFoldsOfOpenMlAreRead() throws IOException {
    Path run = run("leaves.yaml").done().folder();
    assertThat(Files.readString(run.resolve("predictions.csv")))
        .contains("0,test,4.5,1,0,oak,")
        .contains("3,train,2.5,0,1,elm,");
  }

  @Test
  void withoutIgnoreTheStreetIsReportedAsShown() throws IOException {
    Files.writeString(
        folder.resolve("street.yaml"),
        files.get("flats.yaml").replace("ignore: [id, street]", "ignore: [id]"));
    String report = REPORT.matcher(page).results().findFirst().orElseThrow().group(1);
    Invocation refused = run("street.yaml");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err().replace(folder + "/", "")).contains(report);
  }
}
