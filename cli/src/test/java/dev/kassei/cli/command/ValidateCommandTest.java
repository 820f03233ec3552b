package dev.kassei.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.cli.Configs;
import dev.kassei.cli.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {
  @TempDir private Path temporary;

  @Test
  void examplesAreValid() {
    Invocation validation = Invocation.of("validate", Configs.FOLDER);
    assertThat(validation.code()).isZero();
    assertThat(validation.outLines())
        .containsExactly(
            Configs.FOLDER.resolve("csv-classification.yaml")
                + ": ok, classification with 3 classes",
            "data/three-blobs.csv: line 1 was read as names of columns; if it is data, give header: false",
            Configs.MLP + ": ok, classification with 2 classes",
            Configs.PERCEPTRON + ": ok, classification with 2 classes");
  }

  @Test
  void aColumnThatATableDoesNotHoldIsNamed() throws IOException {
    Files.writeString(
        temporary.resolve("d.csv"), "age,city,plan,y\n20,0,1,0\n30,1,0,1\n20,2,1,0\n31,3,0,1\n");
    Path file =
        Files.writeString(
            temporary.resolve("e.yaml"),
            """
            dataset: {type: csv, path: d.csv, features: [city, plan, age], label: y, task: classification}
            model:
              type: sequential
              layers:
                - {type: embedding, num_embeddings: [4, 2], embedding_dim: 2, columns: [1, 2]}
                - {type: dense, units: 1}
            loss: binary_cross_entropy
            optimizer: adam
            """);

    Invocation.of("validate", file).done();
    Invocation.of("validate", file, "--set", "dataset.features=[age, plan, city]")
        .refused(
            file
                + ": model: layers.0 embeds column 1 (age), which holds 20 where 0 to 3 are expected");
    Invocation.of("validate", file, "--set", "dataset.standardize=true")
        .refused(
            file
                + ": model: layers.0 embeds column 1 (city), which holds -1.3416407864998738 where"
                + " whole numbers from 0 to 3 are expected; it was standardized");
  }

  @Test
  void foldersInAFolderAreSaidToBeLeftOut() {
    assertThat(Invocation.of("validate", Configs.FOLDER).err())
        .isEqualTo(
            """
            the files in '%1$s/batch' are left out; name that folder, too
            the files in '%1$s/invalid' are left out; name that folder, too
            the files in '%1$s/papers' are left out; name that folder, too
            """
                .formatted(Configs.FOLDER));
  }

  @Test
  void theEffectiveConfigurationIsValidItselfAndItsOwnEffectiveOne() throws IOException {
    Path data = Path.of("data", "three-blobs.csv");
    Files.createDirectory(temporary.resolve("data"));
    Files.copy(Configs.FOLDER.resolve(data), temporary.resolve(data));
    for (Path config : Configs.all()) {
      String effective = Invocation.of("validate", "--effective", config).done().out();
      Path file = Files.writeString(temporary.resolve("effective.yaml"), effective);
      assertThat(Invocation.of("validate", "--effective", file).done().out()).isEqualTo(effective);
    }
  }

  @Test
  void allMistakesAreReportedAndValidFilesAreStillOk() throws IOException {
    Path wrong =
        Files.writeString(
            temporary.resolve("wrong.yaml"),
            "dataset: xor\nmodel: mlpp\nloss: mse\noptimizer: {type: sgd, lr: 0.1}\n");

    Invocation validation = Invocation.of("validate", wrong, Configs.MLP);

    assertThat(validation.code()).isEqualTo(2);
    assertThat(validation.out()).isEqualTo(Configs.MLP + ": ok, classification with 2 classes\n");
    assertThat(validation.err())
        .isEqualTo(
            """
            %1$s:2:8: model: unknown model 'mlpp'; did you mean 'mlp'? Known models: lenet, mlp, residual_mlp, sequential, siren
            %1$s:4:24: optimizer.lr: unknown key; here it is 'learning_rate'. Known keys:\
             learning_rate, momentum, dampening, nesterov, weight_decay, name
            """
                .formatted(wrong));
  }

  @Test
  void partsThatDoNotFitAreFoundWithoutTraining() {
    Invocation.of("validate", Configs.CSV, "--set", "loss=binary_cross_entropy")
        .refused(
            ("%s: loss: binary_cross_entropy tells two classes apart, but the data has 3: [amber,"
                    + " blue, coral]; choose loss: cross_entropy")
                .formatted(Configs.CSV));
  }
}
