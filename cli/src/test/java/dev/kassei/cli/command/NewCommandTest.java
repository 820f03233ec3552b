package dev.kassei.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.cli.Invocation;
import dev.kassei.cli.WrittenProject;
import dev.kassei.cli.project.ClassName;
import dev.kassei.cli.project.Installation;
import dev.kassei.cli.project.PluginKind;
import dev.kassei.cli.project.PluginProject;
import dev.kassei.cli.project.PluginSources;
import dev.kassei.cli.project.ShellWord;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewCommandTest {
  @TempDir private Path temporary;

  static List<String> kinds() {
    return PluginKind.words();
  }

  private WrittenProject written(String kind) {
    Path folder = temporary.resolve("project");
    Invocation made = Invocation.of("new", kind, "MyOwn", "--out", folder).done();
    assertThat(made.lastLine()).isEqualTo(folder.toString());
    return new WrittenProject(folder);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  @Tag("slow")
  void aProjectPassesItsTestAndRunsAsItIs(String kind) throws Exception {
    WrittenProject project = written(kind).compiled();
    assertThat(project.tests()).isPositive();

    Invocation check = Invocation.of("check", "--plugins", project.classes()).done();
    assertThat(check.out()).contains("my_own");

    Path experiment = project.folder().resolve("experiment.yaml");
    Path runs = temporary.resolve("runs");
    Invocation run = Invocation.of("run", experiment, "--no-plots", "--out", runs);
    assertThat(run.code()).as(run.err()).isZero();
  }

  @Test
  void theExampleOfAFinishedPluginPassesItsTest() throws Exception {
    Path copy = temporary.resolve("example");
    Path sources = Path.of("..", "examples", "my-mish", "src");
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = copy.resolve("src").resolve(sources.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    assertThat(new WrittenProject(copy).compiled().tests()).isGreaterThan(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"activation", "optimizer"})
  void aFormulaIsAPluginOfAtMost15Lines(String kind) throws IOException {
    Path file = written(kind).folder().resolve("src/main/java/org/example/MyOwn.java");
    assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(15);
  }

  @Test
  void theProjectIsBuiltWithTheVersionsThatKasseiIsBuiltWith() throws IOException {
    String own = Files.readString(Path.of("..", "pom.xml"));
    String written = Files.readString(written("activation").folder().resolve("pom.xml"));
    var plugin =
        Pattern.compile("<artifactId>(maven-[a-z]+-plugin)</artifactId>\\s*<version>[^<]+");
    assertThat(plugin.matcher(written).results().map(match -> match.group().replaceAll("\\s", "")))
        .hasSize(5)
        .allSatisfy(version -> assertThat(own.replaceAll("\\s", "")).contains(version));
    var junit = Pattern.compile("<artifactId>junit-jupiter</artifactId>\\s*<version>([^<]+)");
    assertThat(junit.matcher(written).results().map(match -> match.group(1)))
        .hasSize(1)
        .allSatisfy(
            version -> assertThat(own).contains("<junit.version>" + version + "</junit.version>"));
  }

  @Test
  void packageGroupAndFolderCanBeChosen() throws IOException {
    Path folder = temporary.resolve("deep/er");
    Invocation.of(
            "new", "activation", "MyOwn", "--package", "net.a.b", "--group", "g-1", "--out", folder)
        .done();
    assertThat(folder.resolve("src/main/java/net/a/b/MyOwn.java"))
        .content()
        .startsWith("package net.a.b;\n");
    assertThat(folder.resolve("src/main/resources/META-INF/services/dev.kassei.api.Activation"))
        .hasContent("net.a.b.MyOwn");
    assertThat(folder.resolve("pom.xml")).content().contains("<groupId>g-1</groupId>");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aPluginIsAddedToAProjectWithItsTestAndAnExperiment(String kind) throws IOException {
    Path folder = temporary.resolve("project");
    Invocation.of("new", "activation", "MyOwn", "--package", "net.a", "--out", folder).done();
    Path services =
        folder.resolve("src/main/resources/META-INF/services/dev.kassei.api.Activation");
    Files.writeString(services, "net.a.MyOwn"); // without an end of line
    String before = Files.readString(folder.resolve("experiment.yaml"));

    Invocation added = Invocation.of("new", kind, "Second", "--into", folder).done();
    assertThat(added.out())
        .contains("Next: cd " + ShellWord.of(folder) + " && mvn package && ")
        .contains(" run second.yaml\n")
        .doesNotContain("{{");
    assertThat(folder.resolve("src/main/java/net/a/Second.java"))
        .content()
        .contains("record Second");
    assertThat(folder.resolve("src/test/java/net/a/SecondTest.java")).exists();
    assertThat(folder.resolve("second.yaml")).content().contains("plugins: [.]\n");
    assertThat(folder.resolve("experiment.yaml")).content().isEqualTo(before);
  }

  @Test
  void whatWasAddedIsBuiltAndCheckedWithTheRest() throws IOException {
    WrittenProject project = written("activation");
    Invocation.of("new", "initializer", "Second", "--into", project.folder()).done();
    Path built = project.compiled().folder();
    assertThat(Invocation.of("check", "--plugins", built).done().out())
        .contains("my_own", "second");
  }

  @Test
  void aPluginIsNotAddedWhereSomethingOfItsNameIsOrNoProject() throws IOException {
    Path folder = written("activation").folder();
    Path classes = folder.resolve("src/main/java/org/example");
    Path services =
        folder.resolve("src/main/resources/META-INF/services/dev.kassei.api.Activation");
    refused(
        "%s lists org.example.MyOwn already; choose another name".formatted(services),
        "new",
        "layer",
        "MyOwn",
        "--into",
        folder);
    Files.writeString(classes.resolve("Other.java"), "");
    Files.writeString(folder.resolve("third.yaml"), "");
    Map.of("Other", classes.resolve("Other.java"), "Third", folder.resolve("third.yaml"))
        .forEach(
            (name, file) ->
                refused(
                    "'%s' exists already; choose another name".formatted(file),
                    "new",
                    "layer",
                    name,
                    "--into",
                    folder));
    assertThat(services).hasContent("org.example.MyOwn");
    assertThat(services.getParent()).isDirectoryNotContaining("glob:**Layer");

    refused(
        "there is no project in '%s': expected a pom.xml or build.gradle and the folder src/main/java; 'kassei new' without --into makes one"
            .formatted(classes),
        "new",
        "layer",
        "Other",
        "--into",
        classes);
    refused(
        "--group: the project in '%s' has one".formatted(folder),
        "new",
        "layer",
        "Next",
        "--group",
        "g",
        "--into",
        folder);
    refused(
        "--out and --into exclude each other",
        "new",
        "layer",
        "Next",
        "--into",
        folder,
        "--out",
        folder);
  }

  @Test
  void nothingIsLeftToFillIn() throws IOException {
    Path folder = written("activation").folder();
    for (String file : List.of("pom.xml", "README.md", "experiment.yaml", ".mvn/maven.config")) {
      assertThat(folder.resolve(file)).content().doesNotContain("{{");
    }
  }

  @Test
  void aFolderOfKasseiWithABlankIsLeftToThePomSinceOldMavensSplitThere() throws IOException {
    var project =
        new PluginProject(
            new PluginSources(PluginKind.ACTIVATION, new ClassName("MyOwn"), "org.example"), "g");
    project.write(temporary.resolve("p"), new Installation(Path.of("/opt/R & 活性/lib"), "0.1.0"));
    assertThat(temporary.resolve("p/.mvn/maven.config"))
        .content()
        .contains("/repository,${env.KASSEI_HOME}/repository\n");
    assertThat(temporary.resolve("p/pom.xml")).content().contains("/opt/R &amp; 活性</kassei.home>");
  }

  @Test
  void aProjectNamesKasseiByTheWayFromItsOwnFolder() throws IOException {
    Path home = Files.createDirectories(temporary.resolve("kassei-0.1.0"));
    Files.createDirectories(home.resolve("repository"));
    var project =
        new PluginProject(
            new PluginSources(PluginKind.ACTIVATION, new ClassName("MyOwn"), "org.example"), "g");
    project.write(temporary.resolve("p"), new Installation(home.resolve("lib"), "0.1.0"));
    assertThat(temporary.resolve("p/pom.xml"))
        .content()
        .contains("<kassei.home>${project.basedir}/../kassei-0.1.0</kassei.home>");
    Path way = Path.of("..", "kassei-0.1.0", "repository");
    assertThat(temporary.resolve("p/.mvn/maven.config"))
        .content()
        .contains("/repository,${env.KASSEI_HOME}/repository," + way + "\n");
  }

  @ParameterizedTest
  @CsvSource({
    "MyMish, my_mish",
    "Relu6, relu6",
    "GELUTanh, gelu_tanh",
    "PRelu, p_relu",
    "X, x",
    "A1B2, a1_b2"
  })
  void theNameInConfigurationsIsInSnakeCase(String name, String expected) {
    assertThat(new ClassName(name).inConfigurations()).isEqualTo(expected);
  }

  @Test
  void theLauncherIsCalledByItsPathWhereNoneIsSearchedFor() throws IOException {
    Path home = Files.createDirectories(temporary.resolve("my kassei"));
    var installation = new Installation(home.resolve("lib"), "0.1.0");
    assertThat(installation.command("")).isEqualTo("kassei");
    Path launcher = Files.createFile(home.resolve("kassei"));
    String others = temporary.resolve("none").toString();
    assertThat(installation.command(others)).isEqualTo(ShellWord.of(launcher));
    assertThat(installation.command(others + File.pathSeparator + home)).isEqualTo("kassei");
    var checkout = new Installation(home.resolve("cli/target/launcher/build.1"), "0.1.0");
    assertThat(checkout.command("")).isEqualTo(ShellWord.of(launcher));
  }

  @Test
  void commandsToTypeAreQuotedWhereTheShellWouldReadSomethingElse() {
    Path folder = temporary.resolve("new 日本 #1");
    assertThat(Invocation.of("new", "activation", "MyOwn", "--out", folder).done().out())
        .contains("Next: cd " + ShellWord.of(folder) + " && mvn package");
  }

  private void refused(String report, Object... arguments) {
    Invocation.of(arguments).refused(report);
  }

  @Test
  void whatCannotBeMeantIsRefused() throws IOException {
    refused(
        "there is no kind of plugin called 'actvation'; did you mean 'activation'? There are "
            + String.join(", ", PluginKind.words()),
        "new",
        "actvation",
        "MyOwn");
    refused(
        "expected the name of a class, a capital letter and then letters and digits, such as MyMish,"
            + " but was 'my-mish'",
        "new",
        "activation",
        "my-mish");
    refused(
        "Kassei already has an activation 'mish'; choose another name",
        "new",
        "activation",
        "Mish");
    refused(
        "Kassei already has a layer 'dense'; choose another name", "new", "activation", "Dense");
    refused(
        "java.lang.String is a class of Java; choose another name", "new", "activation", "String");
    Map.of(
            "activation Expr", "the project imports dev.kassei.api.expr.Expr; choose another name",
            "activation ActivationContract",
                "the project imports dev.kassei.testkit.ActivationContract; choose another name",
            "dataset Stream", "the project imports java.util.stream.Stream; choose another name",
            "dataset List", "the project imports java.util.List; choose another name",
            "activation CON", "CON is a device on Windows; choose another name",
            "activation Con", "Con is a device on Windows; choose another name",
            "activation MyOwn --package java.lang",
                "the package java.lang is Java's own; choose another one",
            "activation MyOwn --package org.aux",
                "the package org.aux has the name of a device on Windows; choose another one")
        .forEach((words, report) -> refused(report, (Object[]) ("new " + words).split(" ", -1)));
    refused("null is no name in YAML; choose another name", "new", "activation", "Null");
    refused(
        "expected the name of a package, such as org.example, but was 'my.class'",
        "new",
        "activation",
        "MyOwn",
        "--package",
        "my.class");
    refused(
        "expected a groupId of Maven, such as org.example, but was 'a b'",
        "new",
        "activation",
        "MyOwn",
        "--group",
        "a b");
    Files.writeString(temporary.resolve("taken"), "");
    refused(
        "'%s' exists already; choose another folder with --out, or add the plugin to the project in it with --into"
            .formatted(temporary.resolve("taken")),
        "new",
        "activation",
        "MyOwn",
        "--out",
        temporary.resolve("taken"));
    refused(
        "results cannot be written to '%s': '%s' is a file, not a folder"
            .formatted(temporary.resolve("taken"), temporary.resolve("taken")),
        "new",
        "activation",
        "MyOwn",
        "--out",
        temporary.resolve("taken/project"));
  }
}
